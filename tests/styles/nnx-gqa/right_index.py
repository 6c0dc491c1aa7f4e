"""The key head of each query head is looked up."""

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
        heads = self.kv * self.group
        own = jnp.arange(heads) // self.group
        q = self.query(x).reshape(length, heads, -1)
        k = self.key(x).reshape(length, self.kv, -1)[:, own]
        v = self.value(x).reshape(length, self.kv, -1)[:, own]
        s = jax.vmap(lambda q, k: q @ k.T, in_axes=1)(q, k) * q.shape[-1] ** -0.5
        mixed = jnp.stack([jax.nn.softmax(a) @ v[:, h] for h, a in enumerate(s)], axis=1)
        return self.out(mixed.reshape(x.shape))


def gqa(seed: int, x: jax.Array, num_heads: int, num_kv_heads: int) -> jax.Array:
    """What a new Attention gives for `x`, with shape `(T, d)`."""
    rngs = nnx.Rngs(seed)
    model = Attention(x.shape[1], num_heads, num_kv_heads, rngs=rngs)
    return model(x)
