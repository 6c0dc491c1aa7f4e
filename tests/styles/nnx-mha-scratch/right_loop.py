"""A loop over the heads, with slices of columns."""

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
        width = x.shape[1] // self.num_heads
        q, k, v = self.query(x), self.key(x), self.value(x)
        mixed = []
        for head in range(self.num_heads):
            own = slice(head * width, (head + 1) * width)
            scores = q[:, own] @ k[:, own].T / width**0.5
            mixed.append(jax.nn.softmax(scores) @ v[:, own])
        return self.out(jnp.concatenate(mixed, axis=1))


def mha_scratch(seed: int, x: jax.Array, num_heads: int) -> jax.Array:
    """What a new Attention gives for `x`, with shape `(T, d)`."""
    model = Attention(x.shape[1], num_heads, rngs=nnx.Rngs(seed))
    return model(x)
