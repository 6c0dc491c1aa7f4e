"""Local attention without the square

`sliding_window(seed, x, num_heads, window)` is a causal
self-attention with a window: each position sees itself and the
window - 1 positions before it, as far as there are any. Its
values are right. To get them it computes scores for all pairs of
positions, and masks most of them.

Refactor the call of Attention: the same values, and no array with
T * T elements or more.

    seed       int, for nnx.Rngs
    x          float32 array of shape (T, d)
    num_heads  int that divides d
    window     int, 1 or more; it may be larger than T
    returns    float32 array of shape (T, d)

The values are compared with the reference's. Besides, in a case
with 64 positions and a window of 5, no array that is computed or
read on the way has 64 * 64 elements or more. That is seen in the
jaxpr of your function. How you get there is free.

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

    def __call__(self, x: jax.Array, window: int) -> jax.Array:
        length = x.shape[0]
        heads = (length, self.num_heads, -1)
        q = self.query(x).reshape(heads)
        k = self.key(x).reshape(heads)
        v = self.value(x).reshape(heads)
        scores = jnp.einsum("qhc,khc->hqk", q, k)
        scores = scores / jnp.sqrt(q.shape[-1])
        place = jnp.arange(length)
        back = place[:, None] - place
        seen = (back >= 0) & (back < window)
        scores = jnp.where(seen, scores, -jnp.inf)
        weights = jax.nn.softmax(scores, axis=-1)
        mixed = jnp.einsum("hqk,khc->qhc", weights, v)
        return self.out(mixed.reshape(x.shape))


def sliding_window(
    seed: int,
    x: jax.Array,
    num_heads: int,
    window: int,
) -> jax.Array:
    model = Attention(x.shape[1], num_heads, rngs=nnx.Rngs(seed))
    return model(x, window)
