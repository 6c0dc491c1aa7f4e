"""The weights are used the wrong way round."""

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
        heads = (x.shape[0], self.num_heads, -1)
        q = self.query(x).reshape(heads)
        k = self.key(x).reshape(heads)
        v = self.value(x).reshape(heads)
        scores = jnp.einsum("qhc,khc->hqk", q, k) / jnp.sqrt(q.shape[-1])
        weights = jax.nn.softmax(scores, axis=-1)
        mixed = jnp.einsum("hkq,khc->qhc", weights, v)
        return self.out(mixed.reshape(x.shape))


def mha_scratch(seed: int, x: jax.Array, num_heads: int) -> jax.Array:
    """What a new Attention gives for `x`, with shape `(T, d)`."""
    model = Attention(x.shape[1], num_heads, rngs=nnx.Rngs(seed))
    return model(x)
