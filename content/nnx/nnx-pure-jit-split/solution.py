"""A model that changes itself, compiled by plain jax.jit."""

import jax
import jax.numpy as jnp
from flax import nnx


class Counted(nnx.Module):
    """A linear layer whose output is multiplied by the number of the call."""

    def __init__(self, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(3, 2, rngs=rngs)
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x: jax.Array) -> jax.Array:
        self.count[...] += 1.0
        return self.linear(x) * self.count


def pure_jit_split(seed: int, x: jax.Array, n: int) -> tuple[jax.Array, jax.Array]:
    """The output of the last of `n` calls of a `Counted` on `x`, and its count."""
    model = Counted(rngs=nnx.Rngs(seed))
    graphdef, state = nnx.split(model)

    @jax.jit
    def step(state: nnx.State, x: jax.Array) -> tuple[jax.Array, nnx.State]:
        inner = nnx.merge(graphdef, state)
        y = inner(x)
        return y, nnx.state(inner)

    for _ in range(n):
        y, state = step(state, x)
    nnx.update(model, state)
    return y, model.count[...]
