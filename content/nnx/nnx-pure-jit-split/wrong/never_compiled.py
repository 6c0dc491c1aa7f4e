"""`jax.jit` was called, and no call of the model ran in what it returned: each goes operation by operation as
before. `jax.jit` does not change the function that it is given, it returns another one, and that is the one
to call. The model has to be called inside of it, not before or beside it."""

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

    def step(state, x):
        inner = nnx.merge(graphdef, state)
        y = inner(x)
        return y, nnx.state(inner)

    fast = jax.jit(step)
    for _ in range(n):
        y, state = step(state, x)
    nnx.update(model, state)
    return y, model.count[...]
