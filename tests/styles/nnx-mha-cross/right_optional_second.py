"""Without a second sequence it stays a self-attention."""

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

    def __call__(self, x_q: jax.Array, x_kv: jax.Array | None = None) -> jax.Array:
        x_kv = x_q if x_kv is None else x_kv

        def split(y: jax.Array) -> jax.Array:
            return y.reshape(y.shape[0], self.num_heads, -1)

        q = split(self.query(x_q))
        k = split(self.key(x_kv))
        v = split(self.value(x_kv))
        scores = jnp.einsum("qhc,khc->hqk", q, k)
        scores = scores / jnp.sqrt(q.shape[-1])
        weights = nnx.softmax(scores)
        mixed = jnp.einsum("hqk,khc->qhc", weights, v)
        return self.out(mixed.reshape(x_q.shape))


def mha_cross(seed: int, x_q: jax.Array, x_kv: jax.Array, num_heads: int) -> jax.Array:
    """What the positions of `x_q` take from `x_kv`, with shape `(Tq, d)`."""
    model = Attention(x_q.shape[1], x_kv.shape[1], num_heads, rngs=nnx.Rngs(seed))
    return model(x_q, x_kv)
