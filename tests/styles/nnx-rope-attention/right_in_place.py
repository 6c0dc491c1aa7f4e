"""The columns are written with .at, head by head under vmap, and positions start at 5: only differences count."""

import jax
import jax.numpy as jnp
from flax import nnx


class Attention(nnx.Module):
    """Self-attention with rotary positions and no biases."""

    def __init__(self, d: int, num_heads: int, *, rngs: nnx.Rngs):
        self.num_heads = num_heads
        self.query = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.key = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.value = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.out = nnx.Linear(d, d, use_bias=False, rngs=rngs)

    def __call__(self, x: jax.Array, base: float) -> jax.Array:
        heads = (x.shape[0], self.num_heads, -1)
        q = rotated(self.query(x).reshape(heads), base)
        k = rotated(self.key(x).reshape(heads), base)
        v = self.value(x).reshape(heads)
        scores = jnp.einsum("qhc,khc->hqk", q, k)
        scores = scores / jnp.sqrt(q.shape[-1])
        weights = jax.nn.softmax(scores, axis=-1)
        mixed = jnp.einsum("hqk,khc->qhc", weights, v)
        return self.out(mixed.reshape(x.shape))


def rotated(y, base):
    def head(y):
        w = y.shape[1]
        angle = (jnp.arange(y.shape[0])[:, None] + 5) / base ** (jnp.arange(w // 2) * 2 / w)
        a, b = y[:, ::2], y[:, 1::2]
        y = y.at[:, ::2].set(a * jnp.cos(angle) - b * jnp.sin(angle))
        return y.at[:, 1::2].set(b * jnp.cos(angle) + a * jnp.sin(angle))

    return jax.vmap(head, in_axes=1, out_axes=1)(y)


def rope_attention(seed: int, x: jax.Array, num_heads: int, base: float) -> jax.Array:
    """What a new Attention gives for `x`, with shape `(T, d)`."""
    model = Attention(x.shape[1], num_heads, rngs=nnx.Rngs(seed))
    return model(x, base)
