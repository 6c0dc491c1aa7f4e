"""The distance is squared."""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def with_alibi(query: jax.Array, key: jax.Array, value: jax.Array, **options: Any) -> jax.Array:
    """dot_product_attention with a bias of minus slope times distance."""
    length, num_heads, _ = query.shape
    place = jnp.arange(length)
    distance = jnp.abs(place[:, None] - place)
    slopes = 2.0 ** (-8.0 * (jnp.arange(num_heads) + 1) / num_heads)
    bias = -slopes[:, None, None] * distance**2
    return nnx.dot_product_attention(query, key, value, bias=bias, **options)


def alibi(seed: int, x: jax.Array, num_heads: int) -> jax.Array:
    """Self-attention that prefers what is near; shape `(T, d)`."""
    model = nnx.MultiHeadAttention(
        num_heads,
        x.shape[1],
        use_bias=False,
        decode=False,
        attention_fn=with_alibi,
        rngs=nnx.Rngs(seed),
    )
    return model(x)
