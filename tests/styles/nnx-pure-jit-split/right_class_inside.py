"""The class in the function, bodies in a closure."""

import jax
import jax.numpy as jnp
from flax import nnx


def pure_jit_split(seed, x, n):
    class Model(nnx.Module):
        def __init__(self, rngs):
            self.linear = nnx.Linear(3, 2, rngs=rngs)
            self.count = nnx.Variable(jnp.zeros((), jnp.float32))

        def __call__(self, x):
            self.count[...] = self.count[...] + 1.0
            return self.count[...] * self.linear(x)

    model = Model(nnx.Rngs(int(seed)))
    graphdef, state = nnx.split(model)

    @jax.jit
    def step(state, x):
        inner = nnx.merge(graphdef, state)
        y = inner(x)
        return y, nnx.state(inner)

    for _ in range(int(n)):
        y, state = step(state, x)
    nnx.update(model, state)
    return y, model.count[...]
