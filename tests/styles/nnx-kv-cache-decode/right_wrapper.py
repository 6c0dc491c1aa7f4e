"""A module around the layer, with a method."""

import jax
import jax.numpy as jnp
from flax import nnx


class Writer(nnx.Module):
    def __init__(self, num_heads, d, *, rngs):
        self.attention = nnx.MultiHeadAttention(num_heads, d, use_bias=False, rngs=rngs)
        self.attention.set_attributes(decode=True)

    @nnx.jit
    def step(self, token):
        return self.attention(token)


def kv_cache_decode(seed: int, x: jax.Array, num_heads: int) -> jax.Array:
    """What each position gets from itself and those before it; shape `(1, t, d)`."""
    writer = Writer(num_heads, x.shape[2], rngs=nnx.Rngs(seed))
    writer.attention.init_cache(x.shape)
    rows = [writer.step(x[:, t : t + 1]) for t in range(x.shape[1])]
    return jnp.concatenate(rows, axis=1)
