"""A value was kept from inside the compiled function and used outside. While a function is traced its arrays
are stand-ins without numbers: only what the function returns comes out of it. Return the state, beside y."""

# fact: checks

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
    model = Counted(rngs=nnx.Rngs(seed))
    graphdef, state = nnx.split(model)

    kept = []

    @jax.jit
    def step(state, x):
        inner = nnx.merge(graphdef, state)
        y = inner(x)
        kept.append(nnx.state(inner))
        return (y, state)

    for _ in range(n):
        y, state = step(state, x)
    nnx.update(model, kept[-1])
    return (y, model.count[...])
