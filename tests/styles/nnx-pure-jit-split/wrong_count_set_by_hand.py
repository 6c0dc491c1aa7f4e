"""Each call starts from the old state, and the count is set at the end."""

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


def pure_jit_split(seed, x, n):
    model = Counted(rngs=nnx.Rngs(int(seed)))
    graphdef, state = nnx.split(model)
    step = jax.jit(lambda state, x: nnx.merge(graphdef, state)(x))
    for _ in range(int(n)):
        y = step(state, x)
    model.count[...] = jnp.float32(n)
    return y, model.count[...]
