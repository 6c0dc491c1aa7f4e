"""nnx.call style: graphdef and state as a pair."""

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
    pair = nnx.split(model)

    @jax.jit
    def step(pair, x):
        inner = nnx.merge(*pair)
        y = inner(x)
        return y, nnx.split(inner)

    for _ in range(int(n)):
        y, pair = step(pair, x)
    nnx.update(model, pair[1])
    return y, model.count[...]
