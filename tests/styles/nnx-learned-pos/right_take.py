"""jnp.take, under nnx.jit, with outer sums."""

import jax
import jax.numpy as jnp
from flax import nnx


class Positions(nnx.Module):
    """Adds to each vector the row of its position."""

    def __init__(self, max_len: int, d: int, *, rngs: nnx.Rngs):
        draw = nnx.initializers.normal(0.02)
        key = rngs.params()
        self.table = nnx.Param(draw(key, (max_len, d)))

    @nnx.jit
    def __call__(self, x: jax.Array, start: jax.Array) -> jax.Array:
        steps = x.shape[1]
        index = jnp.add.outer(start, jnp.arange(steps))
        return x + jnp.take(self.table[...], index, axis=0)


def learned_pos(seed: int, x: jax.Array, start: jax.Array, max_len: int) -> jax.Array:
    """`x` with the positions from `start` on added to it."""
    model = Positions(max_len, x.shape[-1], rngs=nnx.Rngs(seed))
    return model(x, start)
