"""nnx.dot_product_attention takes the heads."""

import jax
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
        n = self.num_heads
        q = self.query(x_q).reshape(len(x_q), n, -1)
        k, v = (layer(x_kv).reshape(len(x_kv), n, -1) for layer in (self.key, self.value))
        return self.out(nnx.dot_product_attention(q, k, v).reshape(x_q.shape))


def mha_cross(seed: int, x_q: jax.Array, x_kv: jax.Array, num_heads: int) -> jax.Array:
    """What the positions of `x_q` take from `x_kv`, with shape `(Tq, d)`."""
    model = Attention(x_q.shape[1], x_kv.shape[1], num_heads, rngs=nnx.Rngs(seed))
    return model(x_q, x_kv)
