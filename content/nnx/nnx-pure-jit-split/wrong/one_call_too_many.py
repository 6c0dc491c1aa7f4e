"""The count is higher than the number of calls by one, and so is the factor in y. A call to warm up or to look
at a shape is a call like any other for a model that remembers, if its state is kept. Make exactly n calls."""

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

    @jax.jit
    def step(state, x):
        inner = nnx.merge(graphdef, state)
        y = inner(x)
        return y, nnx.state(inner)

    y, state = step(state, x)
    for _ in range(n):
        y, state = step(state, x)
    nnx.update(model, state)
    return y, model.count[...]
