"""Params stay, the count goes in and out."""

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
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    @jax.jit
    def step(params, rest, x):
        inner = nnx.merge(graphdef, params, rest)
        y = inner(x)
        return y, nnx.state(inner, nnx.Not(nnx.Param))

    for _ in range(int(n)):
        y, rest = step(params, rest, x)
    nnx.update(model, rest)
    return y, model.count[...]
