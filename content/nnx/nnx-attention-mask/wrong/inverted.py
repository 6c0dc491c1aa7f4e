"""The masks say what is to be hidden, as in PyTorch. Flax reads True as: may be seen. So each token looks at the
future and at padding, and at nothing else. Turn each mask round before they are combined."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def attention_mask(seed: int, x: jax.Array, lengths: jax.Array) -> jax.Array:
    """Causal self-attention over rows with padding in front; padding gives zeros."""
    _, t, d = x.shape
    attention = nnx.MultiHeadAttention(num_heads=2, in_features=d, use_bias=False, decode=False, rngs=nnx.Rngs(seed))
    is_token = jnp.arange(t) >= t - lengths[:, None]
    hidden = jnp.triu(jnp.ones((t, t), bool), 1) | ~is_token[:, None, :]
    y = attention(x, mask=hidden[:, None])
    return jnp.where(is_token[:, :, None], y, 0.0)
