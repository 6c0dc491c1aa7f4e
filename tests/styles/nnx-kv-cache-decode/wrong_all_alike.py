"""The first token is fed each time."""

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
    attention.init_cache(x.shape)
    rows = [step(attention, x[:, :1]) for t in range(x.shape[1])]
    return jnp.concatenate(rows, axis=1)
