"""Updated after each call, split again before the next."""

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
    def step(state, x):
        inner = nnx.merge(nnx.graphdef(model), state)
        return inner(x), nnx.state(inner)

    for _ in range(int(n)):
        y, new = step(nnx.state(model), x)
        nnx.update(model, new)
    return y, model.count[...]
