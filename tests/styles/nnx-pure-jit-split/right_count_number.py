"""The bare count is an argument and a result."""

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
    graphdef, params, _ = nnx.split(model, nnx.Param, ...)

    @jax.jit
    def step(params, count, x):
        inner = nnx.merge(graphdef, params, {"count": count})
        y = inner(x)
        return y, inner.count[...]

    count = model.count[...]
    for _ in range(int(n)):
        y, count = step(params, count, x)
    model.count[...] = count
    return y, model.count[...]
