"""Chunks as long as the window, each of which looks at itself and at the one before."""

import jax
import jax.numpy as jnp
from flax import nnx


class Attention(nnx.Module):
    """Causal self-attention over the last `window` positions."""

    def __init__(self, d: int, num_heads: int, *, rngs: nnx.Rngs):
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
        n = self.num_heads
        chunks = -(-length // window)
        pad = chunks * window - length
        split = [jnp.pad(a, ((0, pad), (0, 0), (0, 0))).reshape(chunks, window, n, -1) for a in (q, k, v)]
        q, k, v = split
        k = jnp.concatenate([jnp.roll(k, 1, axis=0), k], axis=1)
        v = jnp.concatenate([jnp.roll(v, 1, axis=0), v], axis=1)
        i, j = jnp.arange(window)[:, None] + window, jnp.arange(2 * window)
        seen = (j <= i) & (j > i - window)
        first = (jnp.arange(chunks) > 0)[:, None, None] | (j >= window)
        scores = jnp.einsum("sqhc,skhc->shqk", q, k) / jnp.sqrt(q.shape[-1])
        scores = jnp.where((seen & first)[:, None], scores, -jnp.inf)
        mixed = jnp.einsum("shqk,skhc->sqhc", jax.nn.softmax(scores), v)
        mixed = mixed.reshape(chunks * window, n, -1)[:length]
        return self.out(mixed.reshape(x.shape))


def sliding_window(seed: int, x: jax.Array, num_heads: int, window: int) -> jax.Array:
    """Each position takes from itself and the `window - 1` before it; shape `(T, d)`."""
    model = Attention(x.shape[1], num_heads, rngs=nnx.Rngs(seed))
    return model(x, window)
