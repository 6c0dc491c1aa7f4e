"""One row at a time, under vmap, with nnx.jit."""

import jax
import jax.numpy as jnp
from flax import nnx


def attention_mask(seed: int, x: jax.Array, lengths: jax.Array) -> jax.Array:
    """Causal self-attention over rows with padding in front; padding gives zeros."""
    _, t, d = x.shape
    attention = nnx.MultiHeadAttention(num_heads=2, in_features=d, use_bias=False, decode=False, rngs=nnx.Rngs(seed))

    def row(x, length):
        token = jnp.arange(t) >= t - length
        mask = jnp.tril(token[None, None, :] & jnp.ones((t, t), bool))
        return attention(x, mask=mask) * token[:, None]

    return jax.vmap(row)(x, lengths)
