"""The heads come first by transposes, and the softmax is written with exp."""

import jax
import jax.numpy as jnp
from flax import nnx


class Attention(nnx.Module):
    """Self-attention with several heads and no biases."""

    def __init__(self, d: int, num_heads: int, *, rngs: nnx.Rngs):
        self.num_heads = num_heads
        self.query = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.key = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.value = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.out = nnx.Linear(d, d, use_bias=False, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        t, d = x.shape
        w = d // self.num_heads
        q = jnp.transpose(self.query(x).reshape(t, self.num_heads, w), (1, 0, 2))
        k = jnp.transpose(self.key(x).reshape(t, self.num_heads, w), (1, 2, 0))
        v = jnp.transpose(self.value(x).reshape(t, self.num_heads, w), (1, 0, 2))
        s = (q / jnp.sqrt(w)) @ k
        e = jnp.exp(s - s.max(-1, keepdims=True))
        y = e / e.sum(-1, keepdims=True) @ v
        return self.out(jnp.transpose(y, (1, 0, 2)).reshape(t, d))


def mha_scratch(seed: int, x: jax.Array, num_heads: int) -> jax.Array:
    """What a new Attention gives for `x`, with shape `(T, d)`."""
    model = Attention(x.shape[1], num_heads, rngs=nnx.Rngs(seed))
    return model(x)
