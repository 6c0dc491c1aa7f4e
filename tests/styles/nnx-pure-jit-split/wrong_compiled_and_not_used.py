"""Compiled under a new name; the loop calls the old one."""

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
    model = Counted(rngs=nnx.Rngs(int(seed)))
    graphdef, state = nnx.split(model)

    def step(state, x):
        inner = nnx.merge(graphdef, state)
        y = inner(x)
        return y, nnx.state(inner)

    fast = jax.jit(step)  # noqa: F841
    for _ in range(int(n)):
        y, state = step(state, x)
    nnx.update(model, state)
    return y, model.count[...]
