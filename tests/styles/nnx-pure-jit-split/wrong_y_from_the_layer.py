"""The model is called, and y is made from its layer."""

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

    @jax.jit
    def step(state, x):
        inner = nnx.merge(graphdef, state)
        inner(x)
        return nnx.state(inner)

    for _ in range(int(n)):
        state = step(state, x)
    nnx.update(model, state)
    return (x @ model.linear.kernel + model.linear.bias) * n, model.count[...]
