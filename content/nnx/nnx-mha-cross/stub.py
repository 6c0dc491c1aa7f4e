"""Cross-attention by hand

Attention below is a self-attention that works: the sequence x_q
looks at itself. Extend it to cross-attention, in which the
positions of x_q look at those of a second sequence x_kv.
`mha_cross(seed, x_q, x_kv, num_heads)` builds the module with
nnx.Rngs(seed) and returns what x_q takes from x_kv.

    seed       int
    x_q        float32 array of shape (Tq, d)
    x_kv       float32 array of shape (Tk, e)
    num_heads  int that divides d
    returns    float32 array of shape (Tq, d)

There are four nnx.Linear without biases, still created in the
order query, key, value, out. Those that are applied to x_kv take
e features in. All give d features out, cut into heads as before.

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
        *,
        rngs: nnx.Rngs,
    ):
        self.num_heads = num_heads
        self.query = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.key = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.value = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.out = nnx.Linear(d, d, use_bias=False, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        heads = (x.shape[0], self.num_heads, -1)
        q = self.query(x).reshape(heads)
        k = self.key(x).reshape(heads)
        v = self.value(x).reshape(heads)
        scores = jnp.einsum("qhc,khc->hqk", q, k)
        scores = scores / jnp.sqrt(q.shape[-1])
        weights = jax.nn.softmax(scores, axis=-1)
        mixed = jnp.einsum("hqk,khc->qhc", weights, v)
        return self.out(mixed.reshape(x.shape))


def mha_cross(
    seed: int,
    x_q: jax.Array,
    x_kv: jax.Array,
    num_heads: int,
) -> jax.Array:
    d = x_q.shape[1]
    model = Attention(d, num_heads, rngs=nnx.Rngs(seed))
    return model(x_q)
