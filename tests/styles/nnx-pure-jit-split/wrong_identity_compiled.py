"""Only the identity is compiled."""

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
    call = jax.jit(lambda x: x)
    for _ in range(int(n)):
        y = model(call(x))
    return y, model.count[...]
