"""The mask has the shape `(b, t, t)`. The layer reads its first axis as the heads, so each head got the mask of one
row. Give it an axis of length one for the heads: `(b, 1, t, t)`."""

# fact: has _.make_causal_mask(_)[:, 0]

import jax
import jax.numpy as jnp
from flax import nnx


def attention_mask(seed: int, x: jax.Array, lengths: jax.Array) -> jax.Array:
    """Causal self-attention over rows with padding in front; padding gives zeros."""
    _, t, d = x.shape
    attention = nnx.MultiHeadAttention(num_heads=2, in_features=d, use_bias=False, decode=False, rngs=nnx.Rngs(seed))
    is_token = jnp.arange(t) >= t - lengths[:, None]
    past = nnx.make_causal_mask(is_token)[:, 0]
    y = attention(x, mask=past * is_token[:, None, :])
    return jnp.where(is_token[:, :, None], y, 0.0)
