"""Keys and values are copied for each query head, by `jnp.tile`: key heads 0, 1, 0, 1 and so on. Neighbours should
read the same head: 0, 0, 1, 1. The function that repeats each entry is a different one."""

# fact: has jnp.tile(...)

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
        length = x.shape[0]
        q = self.query(x).reshape(length, self.kv * self.group, -1)
        k = self.key(x).reshape(length, self.kv, -1)
        v = self.value(x).reshape(length, self.kv, -1)
        k, v = jnp.tile(k, (1, self.group, 1)), jnp.tile(v, (1, self.group, 1))
        scores = jnp.einsum("qhc,khc->hqk", q, k)
        scores = scores / jnp.sqrt(q.shape[-1])
        weights = jax.nn.softmax(scores, axis=-1)
        mixed = jnp.einsum("hqk,khc->qhc", weights, v)
        return self.out(mixed.reshape(x.shape))


def gqa(seed: int, x: jax.Array, num_heads: int, num_kv_heads: int) -> jax.Array:
    """What a new Attention gives for `x`, with shape `(T, d)`."""
    rngs = nnx.Rngs(seed)
    model = Attention(x.shape[1], num_heads, num_kv_heads, rngs=rngs)
    return model(x)
