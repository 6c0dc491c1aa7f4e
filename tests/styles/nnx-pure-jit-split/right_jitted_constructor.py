"""Built under jax.jit as well."""

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
    graphdef, state = jax.jit(lambda key: nnx.split(Counted(rngs=nnx.Rngs(key))))(jax.random.key(int(seed)))
    model = nnx.merge(graphdef, state)

    @jax.jit
    def step(state, x):
        inner = nnx.merge(graphdef, state)
        y = inner(x)
        return y, nnx.state(inner)

    for _ in range(int(n)):
        y, state = step(state, x)
    nnx.update(model, state)
    return y, model.count[...]
