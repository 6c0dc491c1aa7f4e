"""A loop over the heads."""

import jax
import jax.numpy as jnp
from flax import nnx


class Attention(nnx.Module):
    """Attention from a sequence of width `d` to one of width `e`, with several heads and no biases."""

    def __init__(self, d: int, e: int, num_heads: int, *, rngs: nnx.Rngs):
        self.num_heads = num_heads
        self.query = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.key = nnx.Linear(e, d, use_bias=False, rngs=rngs)
        self.value = nnx.Linear(e, d, use_bias=False, rngs=rngs)
        self.out = nnx.Linear(d, d, use_bias=False, rngs=rngs)

    def __call__(self, x_q: jax.Array, x_kv: jax.Array) -> jax.Array:
        width = x_q.shape[1] // self.num_heads
        q, k, v = self.query(x_q), self.key(x_kv), self.value(x_kv)
        parts = []
        for start in range(0, q.shape[1], width):
            own = slice(start, start + width)
            parts.append(jax.nn.softmax(q[:, own] @ k[:, own].T / width**0.5) @ v[:, own])
        return self.out(jnp.concatenate(parts, -1))


def mha_cross(seed: int, x_q: jax.Array, x_kv: jax.Array, num_heads: int) -> jax.Array:
    """What the positions of `x_q` take from `x_kv`, with shape `(Tq, d)`."""
    model = Attention(x_q.shape[1], x_kv.shape[1], num_heads, rngs=nnx.Rngs(seed))
    return model(x_q, x_kv)
