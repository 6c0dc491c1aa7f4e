"""The future is hidden, and padding is not. It stands in front of the tokens here, in their past, so a causal mask
alone lets each token look at it. Combine it with a mask of the tokens."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def attention_mask(seed: int, x: jax.Array, lengths: jax.Array) -> jax.Array:
    """Causal self-attention over rows with padding in front; padding gives zeros."""
    _, t, d = x.shape
    attention = nnx.MultiHeadAttention(num_heads=2, in_features=d, use_bias=False, decode=False, rngs=nnx.Rngs(seed))
    is_token = jnp.arange(t) >= t - lengths[:, None]
    y = attention(x, mask=nnx.make_causal_mask(is_token))
    return jnp.where(is_token[:, :, None], y, 0.0)
