"""Rotary attention

`rope_attention(seed, x, num_heads, base)` returns what Attention
gives for x. At present it treats x as a set: it knows no
positions. Extend it to rotary attention.

Within each head, let w be the width of the head. Pair i has the
columns 2i and 2i + 1 of the head, for i from 0 to w / 2 - 1. At
position t, counted from 0, the pair (a, b) is turned to
(a cos - b sin, a sin + b cos) of the angle

    t * base ** (-2 * i / w)

Decide which of query, key and value must be turned, so that
- the scores depend on contents and on DIFFERENCES of positions;
- what is mixed are the values as they are.

    seed       int, for nnx.Rngs
    x          float32 array of shape (T, d)
    num_heads  int that divides d; d // num_heads is even
    base       float, such as 10000.0
    returns    float32 array of shape (T, d)

All positions see each other. The values are compared with the
reference's.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Attention(nnx.Module):
    def __init__(
        self,
        d: int,
        num_heads: int,
        *,
        rngs: nnx.Rngs,
    ):
        self.num_heads = num_heads
        self.query = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.key = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.value = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.out = nnx.Linear(d, d, use_bias=False, rngs=rngs)

    def __call__(self, x: jax.Array, base: float) -> jax.Array:
        heads = (x.shape[0], self.num_heads, -1)
        q = self.query(x).reshape(heads)
        k = self.key(x).reshape(heads)
        v = self.value(x).reshape(heads)
        scores = jnp.einsum("qhc,khc->hqk", q, k)
        scores = scores / jnp.sqrt(q.shape[-1])
        weights = jax.nn.softmax(scores, axis=-1)
        mixed = jnp.einsum("hqk,khc->qhc", weights, v)
        return self.out(mixed.reshape(x.shape))


def rope_attention(
    seed: int,
    x: jax.Array,
    num_heads: int,
    base: float,
) -> jax.Array:
    model = Attention(x.shape[1], num_heads, rngs=nnx.Rngs(seed))
    return model(x, base)
