"""The count is still zero: what a compiled function changes is a model of its own, and that one ends with the
call. `jax.jit` carries out what a function returns and nothing else, and it raises no error about the rest.
Return the new state beside y, hand it to the next call, and put it back at the end."""

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
        return inner(x)

    for _ in range(n):
        y = step(state, x)
    return y, model.count[...]
