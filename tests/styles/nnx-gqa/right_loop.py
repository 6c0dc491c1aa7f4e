"""A loop over the query heads."""

import jax
import jax.numpy as jnp
from flax import nnx


class Attention(nnx.Module):
    """Grouped-query attention without biases."""

    def __init__(self, d: int, num_heads: int, num_kv_heads: int, *, rngs: nnx.Rngs):
        self.kv = num_kv_heads
        self.group = num_heads // num_kv_heads
        shared = num_kv_heads * (d // num_heads)
        self.query = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.key = nnx.Linear(d, shared, use_bias=False, rngs=rngs)
        self.value = nnx.Linear(d, shared, use_bias=False, rngs=rngs)
        self.out = nnx.Linear(d, d, use_bias=False, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        width = x.shape[1] // (self.kv * self.group)
        q, k, v = self.query(x), self.key(x), self.value(x)
        parts = []
        for i in range(self.kv * self.group):
            j = i // self.group
            mine, theirs = slice(i * width, (i + 1) * width), slice(j * width, (j + 1) * width)
            parts.append(jax.nn.softmax(q[:, mine] @ k[:, theirs].T / width**0.5) @ v[:, theirs])
        mixed = jnp.concatenate(parts, axis=1)
        return self.out(mixed.reshape(x.shape))


def gqa(seed: int, x: jax.Array, num_heads: int, num_kv_heads: int) -> jax.Array:
    """What a new Attention gives for `x`, with shape `(T, d)`."""
    rngs = nnx.Rngs(seed)
    model = Attention(x.shape[1], num_heads, num_kv_heads, rngs=rngs)
    return model(x)
