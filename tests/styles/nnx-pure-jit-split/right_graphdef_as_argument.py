"""The GraphDef as an ordinary argument: a tree without leaves."""

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


@jax.jit
def step(graphdef, state, x):
    model = nnx.merge(graphdef, state)
    y = model(x)
    return nnx.state(model), y


def pure_jit_split(seed, x, n):
    model = Counted(rngs=nnx.Rngs(int(seed)))
    graphdef, state = nnx.split(model)
    for _ in range(int(n)):
        state, y = step(graphdef, state, x)
    nnx.update(model, state)
    return y, model.count[...]
