"""One head is a function, and jax.vmap maps it over the head axis."""

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
        def blocks(y):
            return y.reshape(len(x), self.num_heads, -1)

        def head(q, k, v):
            return nnx.softmax(q @ k.T / jnp.sqrt(q.shape[1])) @ v

        mixed = jax.vmap(head, in_axes=1, out_axes=1)(blocks(self.query(x)), blocks(self.key(x)), blocks(self.value(x)))
        return self.out(mixed.reshape(x.shape))


def mha_scratch(seed: int, x: jax.Array, num_heads: int) -> jax.Array:
    """What a new Attention gives for `x`, with shape `(T, d)`."""
    model = Attention(x.shape[1], num_heads, rngs=nnx.Rngs(seed))
    return model(x)
