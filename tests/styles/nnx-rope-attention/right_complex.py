"""Pairs are complex numbers."""

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
    pairs = y.reshape(*y.shape[:-1], -1, 2)
    z = jax.lax.complex(pairs[..., 0], pairs[..., 1])
    speed = jnp.exp(-jnp.log(base) * jnp.arange(z.shape[-1]) / z.shape[-1])
    z = z * jnp.exp(1j * jnp.outer(jnp.arange(len(y)), speed))[:, None]
    return jnp.stack([z.real, z.imag], -1).reshape(y.shape)


def rope_attention(seed: int, x: jax.Array, num_heads: int, base: float) -> jax.Array:
    """What a new Attention gives for `x`, with shape `(T, d)`."""
    model = Attention(x.shape[1], num_heads, rngs=nnx.Rngs(seed))
    return model(x, base)
