"""The compiled function writes into a model that stands outside of it, and NNX refuses: what happened while
tracing could not be undone or repeated. A model that is changed must come in through the arguments."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


class CallCounter(nnx.Module):
    def __init__(self):
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        self.count[...] += 1.0
        return x


def mutability_increment_count(seed, x, n_calls):
    model = CallCounter()
    step = nnx.jit(lambda x: model(x))
    for _ in range(n_calls):
        last_x = step(x)
    return jnp.stack([model.count[...], last_x.sum()])
