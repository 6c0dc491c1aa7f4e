"""The layer of Flax."""

import jax
from flax import nnx


def gqa(seed: int, x: jax.Array, num_heads: int, num_kv_heads: int) -> jax.Array:
    """What a new Attention gives for `x`, with shape `(T, d)`."""
    rngs = nnx.Rngs(seed)
    model = nnx.MultiHeadAttention(
        num_heads, x.shape[1], num_kv_heads=num_kv_heads, use_bias=False, decode=False, rngs=rngs
    )
    return model(x)
