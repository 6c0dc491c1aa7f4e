"""The module counts as it should, and a call does not return `x`. The task asks for a layer that passes its
input on and counts on the side; what follows it in a model gets the same numbers as without it."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


class CallCounter(nnx.Module):
    def __init__(self):
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        self.count[...] += 1.0
        return self.count[...]


def mutability_increment_count(seed, x, n_calls):
    model = CallCounter()
    for _ in range(n_calls):
        model(x)
    return jnp.stack([model.count[...], x.sum()])
