"""vmap over positions, each of which slices its window."""

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
        pad = ((window - 1, 0), (0, 0), (0, 0))
        kp, vp = jnp.pad(k, pad), jnp.pad(v, pad)

        def one(t, q):
            keys = jax.lax.dynamic_slice_in_dim(kp, t, window)
            values = jax.lax.dynamic_slice_in_dim(vp, t, window)
            scores = jnp.einsum("hc,whc->hw", q, keys) / jnp.sqrt(q.shape[-1])
            scores = jnp.where(jnp.arange(window) + t >= window - 1, scores, -1e30)
            return jnp.einsum("hw,whc->hc", nnx.softmax(scores), values)

        mixed = jax.vmap(one)(jnp.arange(length), q)
        return self.out(mixed.reshape(x.shape))


def sliding_window(seed: int, x: jax.Array, num_heads: int, window: int) -> jax.Array:
    """Each position takes from itself and the `window - 1` before it; shape `(T, d)`."""
    model = Attention(x.shape[1], num_heads, rngs=nnx.Rngs(seed))
    return model(x, window)
