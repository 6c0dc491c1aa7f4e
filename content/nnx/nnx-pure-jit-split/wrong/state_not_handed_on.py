"""The count is one at the end, as it is when the new state comes out of every call and the next call gets the
old one again. What one call returns has to be what the next one takes: give both the same name."""

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

    for _ in range(n):
        y, new = step(state, x)
    nnx.update(model, new)
    return y, model.count[...]
