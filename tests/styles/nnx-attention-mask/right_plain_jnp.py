"""The mask is a comparison of positions."""

import jax
import jax.numpy as jnp
from flax import nnx


def attention_mask(seed: int, x: jax.Array, lengths: jax.Array) -> jax.Array:
    """Causal self-attention over rows with padding in front; padding gives zeros."""
    _, t, d = x.shape
    attention = nnx.MultiHeadAttention(num_heads=2, in_features=d, use_bias=False, decode=False, rngs=nnx.Rngs(seed))
    is_token = jnp.arange(t) >= t - lengths[:, None]
    position = jnp.arange(t)
    seen = (position[:, None] >= position) & is_token[:, None, None, :]
    y = attention(x, x, x, mask=seen)
    return y * is_token[..., None]
