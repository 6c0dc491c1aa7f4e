"""Both turn the other way and their heads are turned round: no. Both by the same function of minus the position,
with odd and even exchanged."""

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


def rotated(y: jax.Array, base: float) -> jax.Array:
    """`y` of shape `(T, heads, width)`, each pair of columns turned by its angle."""
    length, _, width = y.shape
    speed = base ** (-jnp.arange(0, width, 2) / width)
    angle = -(jnp.arange(length)[:, None] * speed)[:, None, :]
    odd, even = y[..., 0::2], y[..., 1::2]
    turned = (
        even * jnp.cos(angle) - odd * jnp.sin(angle),
        even * jnp.sin(angle) + odd * jnp.cos(angle),
    )
    return jnp.stack(turned[::-1], axis=-1).reshape(y.shape)


def rope_attention(seed: int, x: jax.Array, num_heads: int, base: float) -> jax.Array:
    """What a new Attention gives for `x`, with shape `(T, d)`."""
    model = Attention(x.shape[1], num_heads, rngs=nnx.Rngs(seed))
    return model(x, base)
