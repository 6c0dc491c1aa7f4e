"""The compiled function writes into a model that stands outside of it, and NNX refuses: what happened while
tracing could not be undone or repeated. A model that is changed must come in through the arguments. Give the
function the state, and make a model of it inside."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Counted(nnx.Module):
    def __init__(self, *, rngs):
        self.linear = nnx.Linear(3, 2, rngs=rngs)
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        self.count[...] += 1.0
        return self.linear(x) * self.count


def pure_jit_split(seed, x, n):
    model = Counted(rngs=nnx.Rngs(seed))
    step = jax.jit(lambda x: model(x))

    for _ in range(n):
        y = step(x)
    return y, model.count[...]
