"""A lambda that is compiled, and the pure arrays of the state."""

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

    def pure(state, x):
        inner = nnx.merge(graphdef, state)
        return inner(x), nnx.split(inner)[1]

    fast = jax.jit(lambda state, x: pure(state, x))
    count = 0
    while count < n:
        y, state = fast(state, x)
        count += 1
    nnx.update(model, state)
    return y, model.count.get_value()
