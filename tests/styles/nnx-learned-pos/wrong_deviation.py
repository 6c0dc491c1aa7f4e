"""A deviation of one."""

import jax
import jax.numpy as jnp
from flax import nnx


class Positions(nnx.Module):
    """Adds to each vector the row of its position."""

    def __init__(self, max_len: int, d: int, *, rngs: nnx.Rngs):
        draw = nnx.initializers.normal(1.0)
        key = rngs.params()
        self.table = nnx.Param(draw(key, (max_len, d)))

    def __call__(self, x: jax.Array, start: jax.Array) -> jax.Array:
        steps = x.shape[1]
        index = start[:, None] + jnp.arange(steps)
        return x + self.table[index]


def learned_pos(seed: int, x: jax.Array, start: jax.Array, max_len: int) -> jax.Array:
    """`x` with the positions from `start` on added to it."""
    model = Positions(max_len, x.shape[-1], rngs=nnx.Rngs(seed))
    return model(x, start)
