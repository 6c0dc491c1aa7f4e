"""Params and rest travel apart; the function is compiled once for the file."""

from functools import partial

import jax
import jax.numpy as jnp
from flax import nnx


class Counted(nnx.Module):
    def __init__(self, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(3, 2, rngs=rngs)
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x: jax.Array) -> jax.Array:
        self.count[...] += 1.0
        return self.linear(x) * self.count


@partial(jax.jit, static_argnums=0)
def step(graphdef, params, rest, x):
    model = nnx.merge(graphdef, params, rest)
    y = model(x)
    return y, nnx.state(model, nnx.Not(nnx.Param))


def pure_jit_split(seed, x, n):
    model = Counted(rngs=nnx.Rngs(int(seed)))
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)
    for _ in range(int(n)):
        y, rest = step(graphdef, params, rest, x)
    nnx.update(model, rest)
    return y, model.count[...]
