"""Grouped-query attention

`gqa(seed, x, num_heads, num_kv_heads)` is a grouped-query
attention. Weights of a trained model load into it without a
complaint, since all shapes fit. With num_kv_heads equal to 1, or
to num_heads, its outputs are right. With any number between, they
are nonsense. Find out why, and mend it.

The constructor is right: the kernels have the shapes and the
order in which they were trained. There, query head i reads the
keys and values of head i // group, where group is
num_heads // num_kv_heads. Columns are cut into heads from the
left, in queries, keys and values, and the results of the query
heads stand side by side in their order before out is applied.

    seed          int, for nnx.Rngs
    x             float32 array of shape (T, d)
    num_heads     int that divides d
    num_kv_heads  int that divides num_heads
    returns       float32 array of shape (T, d)

The values are compared with the reference's.

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
        num_kv_heads: int,
        *,
        rngs: nnx.Rngs,
    ):
        self.kv = num_kv_heads
        self.group = num_heads // num_kv_heads
        shared = num_kv_heads * (d // num_heads)
        self.query = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.key = nnx.Linear(d, shared, use_bias=False, rngs=rngs)
        self.value = nnx.Linear(d, shared, use_bias=False, rngs=rngs)
        self.out = nnx.Linear(d, d, use_bias=False, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        length = x.shape[0]
        q = self.query(x).reshape(length, self.group, self.kv, -1)
        k = self.key(x).reshape(length, self.kv, -1)
        v = self.value(x).reshape(length, self.kv, -1)
        scores = jnp.einsum("qghc,khc->ghqk", q, k)
        scores = scores / jnp.sqrt(q.shape[-1])
        weights = jax.nn.softmax(scores, axis=-1)
        mixed = jnp.einsum("ghqk,khc->qghc", weights, v)
        return self.out(mixed.reshape(x.shape))


def gqa(
    seed: int,
    x: jax.Array,
    num_heads: int,
    num_kv_heads: int,
) -> jax.Array:
    rngs = nnx.Rngs(seed)
    model = Attention(x.shape[1], num_heads, num_kv_heads, rngs=rngs)
    return model(x)
