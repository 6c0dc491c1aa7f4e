"""The layer has biases. They are zero at first, but each of them takes a key from `rngs` as it is drawn, so the
kernels after it are different ones. The task asks for a layer without."""

# fact: has not nnx.MultiHeadAttention(..., use_bias=_)

import jax
import jax.numpy as jnp
from flax import nnx


def attention_mask(seed: int, x: jax.Array, lengths: jax.Array) -> jax.Array:
    """Causal self-attention over rows with padding in front; padding gives zeros."""
    _, t, d = x.shape
    attention = nnx.MultiHeadAttention(num_heads=2, in_features=d, decode=False, rngs=nnx.Rngs(seed))
    is_token = jnp.arange(t) >= t - lengths[:, None]
    past = nnx.make_causal_mask(is_token)
    tokens = nnx.make_attention_mask(is_token, is_token)
    y = attention(x, mask=nnx.combine_masks(past, tokens))
    return jnp.where(is_token[:, :, None], y, 0.0)
