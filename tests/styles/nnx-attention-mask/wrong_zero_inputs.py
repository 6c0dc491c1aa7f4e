"""Padding is zeroed before, and seen."""

import jax
import jax.numpy as jnp
from flax import nnx


def attention_mask(seed: int, x: jax.Array, lengths: jax.Array) -> jax.Array:
    """Causal self-attention over rows with padding in front; padding gives zeros."""
    _, t, d = x.shape
    attention = nnx.MultiHeadAttention(num_heads=2, in_features=d, use_bias=False, decode=False, rngs=nnx.Rngs(seed))
    is_token = jnp.arange(t) >= t - lengths[:, None]
    past = nnx.make_causal_mask(is_token)
    y = attention(jnp.where(is_token[:, :, None], x, 0.0), mask=past)
    return jnp.where(is_token[:, :, None], y, 0.0)
