"""The two masks of PyTorch, turned round."""

import jax
import jax.numpy as jnp
from flax import nnx


def attention_mask(seed: int, x: jax.Array, lengths: jax.Array) -> jax.Array:
    """Causal self-attention over rows with padding in front; padding gives zeros."""
    _, t, d = x.shape
    attention = nnx.MultiHeadAttention(num_heads=2, in_features=d, use_bias=False, decode=False, rngs=nnx.Rngs(seed))
    padding = jnp.arange(t) < t - lengths[:, None]
    future = jnp.triu(jnp.ones((t, t), bool), 1)
    hidden = padding[:, None, None, :] | future
    y = attention(x, mask=~hidden)
    return jnp.where(padding[:, :, None], 0.0, y)
