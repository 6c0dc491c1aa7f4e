"""Each token sees itself only, as if the cache held nothing older. Make room once, before the loop, and for the
whole text: `init_cache` wants the shape of the longest input, that of `x`. In a cache with room for one, each
token overwrites the one before, and nothing is raised."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


@nnx.jit
def step(attention: nnx.MultiHeadAttention, token: jax.Array) -> jax.Array:
    """What the attention gives for the next token, of shape `(1, 1, d)`."""
    return attention(token, decode=True)


def kv_cache_decode(seed: int, x: jax.Array, num_heads: int) -> jax.Array:
    """What each position gets from itself and those before it; shape `(1, t, d)`."""
    attention = nnx.MultiHeadAttention(num_heads, x.shape[2], use_bias=False, rngs=nnx.Rngs(seed))
    attention.init_cache(x[:, :1].shape)
    rows = [step(attention, x[:, t : t + 1]) for t in range(x.shape[1])]
    return jnp.concatenate(rows, axis=1)
