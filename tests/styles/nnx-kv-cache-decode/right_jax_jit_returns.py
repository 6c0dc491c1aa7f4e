"""jax.jit, and the layer is returned."""

import jax
import jax.numpy as jnp
from flax import nnx


@jax.jit
def step(attention: nnx.MultiHeadAttention, token: jax.Array) -> tuple:
    """What the attention gives for the next token, of shape `(1, 1, d)`."""
    y = attention(token, decode=True)
    return attention, y


def kv_cache_decode(seed: int, x: jax.Array, num_heads: int) -> jax.Array:
    """What each position gets from itself and those before it; shape `(1, t, d)`."""
    attention = nnx.MultiHeadAttention(num_heads, x.shape[2], use_bias=False, rngs=nnx.Rngs(seed))
    attention.init_cache(x.shape)
    rows = []
    for t in range(x.shape[1]):
        attention, row = step(attention, x[:, t, None])
        rows.append(row)
    return jnp.concatenate(rows, axis=1)
