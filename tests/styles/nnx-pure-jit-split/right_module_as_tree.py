"""jax.jit takes and returns the module itself; its state is put back."""

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

    @jax.jit
    def step(m, x):
        y = m(x)
        return m, y

    m = model
    for _ in range(int(n)):
        m, y = step(m, x)
    nnx.update(model, nnx.state(m))
    return y, model.count[...]
