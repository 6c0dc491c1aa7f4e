"""The rows are looked up in a copy without a gradient."""

import jax
import jax.numpy as jnp
from flax import nnx


class Positions(nnx.Module):
    def __init__(self, max_len: int, d: int, *, rngs: nnx.Rngs):
        draw = nnx.initializers.normal(0.02)
        key = rngs.params()
        self.table = nnx.Param(draw(key, (max_len, d)))

    def __call__(self, x: jax.Array, start: jax.Array) -> jax.Array:
        index = start[:, None] + jnp.arange(x.shape[1])
        return x + jax.lax.stop_gradient(self.table[...])[index]


def learned_pos(seed: int, x: jax.Array, start: jax.Array, max_len: int) -> jax.Array:
    model = Positions(max_len, x.shape[-1], rngs=nnx.Rngs(seed))
    return model(x, start)
