"""Causal attention by hand

`mha_causal(seed, x, num_heads)` should be a causal
self-attention, and it is not. Its weights look right: above the
diagonal all are zero. Still, when the last position of x changes,
the FIRST row of the output changes as well, and in most rows the
weights do not add up to 1. Find out why, and mend it.

    seed       int, for nnx.Rngs
    x          float32 array of shape (T, d), small or large
    num_heads  int that divides d
    returns    a dict: "out", float32 of shape (T, d), and
               "weights", float32 of shape (num_heads, T, T):
               head, query, key; each row is a softmax over the
               keys that its query may see

The values are compared with the reference's. The report draws
the weights of the first head.

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

    def __call__(self, x: jax.Array) -> tuple[jax.Array, jax.Array]:
        length = x.shape[0]
        heads = (length, self.num_heads, -1)
        q = self.query(x).reshape(heads)
        k = self.key(x).reshape(heads)
        v = self.value(x).reshape(heads)
        scores = jnp.einsum("qhc,khc->hqk", q, k)
        scores = scores / jnp.sqrt(q.shape[-1])
        seen = jnp.tril(jnp.ones((length, length), bool))
        weights = jax.nn.softmax(scores, axis=-1)
        weights = jnp.where(seen, weights, 0.0)
        mixed = jnp.einsum("hqk,khc->qhc", weights, v)
        return self.out(mixed.reshape(x.shape)), weights


def mha_causal(
    seed: int,
    x: jax.Array,
    num_heads: int,
) -> dict[str, jax.Array]:
    model = Attention(x.shape[1], num_heads, rngs=nnx.Rngs(seed))
    out, weights = model(x)
    return {"out": out, "weights": weights}
