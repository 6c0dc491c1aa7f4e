"""As many key heads as query heads are made."""

import jax
import jax.numpy as jnp
from flax import nnx


class Attention(nnx.Module):
    """Grouped-query attention without biases."""

    def __init__(self, d: int, num_heads: int, num_kv_heads: int, *, rngs: nnx.Rngs):
        self.kv = num_kv_heads
        self.group = num_heads // num_kv_heads
        shared = d
        self.query = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.key = nnx.Linear(d, shared, use_bias=False, rngs=rngs)
        self.value = nnx.Linear(d, shared, use_bias=False, rngs=rngs)
        self.out = nnx.Linear(d, d, use_bias=False, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        length = x.shape[0]
        q = self.query(x).reshape(length, self.kv * self.group, -1)
        k = self.key(x).reshape(length, self.kv * self.group, -1)
        v = self.value(x).reshape(length, self.kv * self.group, -1)
        weights = jax.nn.softmax(jnp.einsum("qhc,khc->hqk", q, k) / jnp.sqrt(q.shape[-1]))
        mixed = jnp.einsum("hqk,khc->qhc", weights, v)
        return self.out(mixed.reshape(x.shape))


def gqa(seed: int, x: jax.Array, num_heads: int, num_kv_heads: int) -> jax.Array:
    """What a new Attention gives for `x`, with shape `(T, d)`."""
    rngs = nnx.Rngs(seed)
    model = Attention(x.shape[1], num_heads, num_kv_heads, rngs=rngs)
    return model(x)
