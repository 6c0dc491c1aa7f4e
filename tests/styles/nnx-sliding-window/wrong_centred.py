"""The window looks to both sides."""

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
        back = jnp.arange(window) - window // 2
        place = jnp.arange(length)[:, None] - back
        k, v = k[jnp.clip(place, 0, length - 1)], v[jnp.clip(place, 0, length - 1)]
        scores = jnp.einsum("qhc,qwhc->hqw", q, k)
        scores = scores / jnp.sqrt(q.shape[-1])
        scores = jnp.where((place >= 0) & (place < length), scores, -jnp.inf)
        weights = jax.nn.softmax(scores, axis=-1)
        mixed = jnp.einsum("hqw,qwhc->qhc", weights, v)
        return self.out(mixed.reshape(x.shape))


def sliding_window(seed: int, x: jax.Array, num_heads: int, window: int) -> jax.Array:
    """Each position takes from itself and the `window - 1` before it; shape `(T, d)`."""
    model = Attention(x.shape[1], num_heads, rngs=nnx.Rngs(seed))
    return model(x, window)
