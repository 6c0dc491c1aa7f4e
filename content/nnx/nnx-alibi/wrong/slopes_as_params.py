"""The slopes are an `nnx.Param` of the layer. Old weights have no such entry, so they cannot be loaded any more, and an
optimizer would change the slopes. ALiBi has nothing to learn: compute them where they are used."""

# fact: has nnx.Param(_)

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


class Alibi(nnx.MultiHeadAttention):
    """An nnx.MultiHeadAttention that holds its slopes."""

    def __init__(self, num_heads: int, d: int, *, rngs: nnx.Rngs):
        super().__init__(num_heads, d, use_bias=False, decode=False, rngs=rngs)
        self.slopes = nnx.Param(2.0 ** (-8.0 * (jnp.arange(num_heads) + 1) / num_heads))

    def __call__(self, x: jax.Array) -> jax.Array:
        place = jnp.arange(x.shape[0])
        distance = jnp.abs(place[:, None] - place)
        bias = -self.slopes[...][:, None, None] * distance

        def with_alibi(query: jax.Array, key: jax.Array, value: jax.Array, **options: Any) -> jax.Array:
            return nnx.dot_product_attention(query, key, value, bias=bias, **options)

        self.attention_fn = with_alibi
        return super().__call__(x)


def alibi(seed: int, x: jax.Array, num_heads: int) -> jax.Array:
    """Self-attention that prefers what is near; shape `(T, d)`."""
    return Alibi(num_heads, x.shape[1], rngs=nnx.Rngs(seed))(x)
