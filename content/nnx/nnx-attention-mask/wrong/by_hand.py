"""The numbers are right, and no call of an `nnx.MultiHeadAttention` gave them. A model that is ported should have
the layer of the library, with its names for the Params. Hand it the mask and let it do the rest."""

# fact: has jax.nn.softmax(...)

import jax
import jax.numpy as jnp
from flax import nnx


def attention_mask(seed: int, x: jax.Array, lengths: jax.Array) -> jax.Array:
    """Causal self-attention over rows with padding in front; padding gives zeros."""
    _, t, d = x.shape
    attention = nnx.MultiHeadAttention(num_heads=2, in_features=d, use_bias=False, decode=False, rngs=nnx.Rngs(seed))
    is_token = jnp.arange(t) >= t - lengths[:, None]
    scores = jnp.einsum("bqhc,bkhc->bhqk", attention.query(x), attention.key(x)) / jnp.sqrt(d // 2)
    seen = jnp.tril(jnp.ones((t, t), bool)) & is_token[:, None, None, :]
    weights = jax.nn.softmax(jnp.where(seen, scores, -1e30))
    y = attention.out(jnp.einsum("bhqk,bkhc->bqhc", weights, attention.value(x)))
    return jnp.where(is_token[:, :, None], y, 0.0)
