"""A module around the layer."""

import jax
import jax.numpy as jnp
from flax import nnx


def attention_mask(seed: int, x: jax.Array, lengths: jax.Array) -> jax.Array:
    """Causal self-attention over rows with padding in front; padding gives zeros."""
    _, t, d = x.shape
    attention = Masked(d, rngs=nnx.Rngs(seed))
    return attention(x, jnp.arange(t) + lengths[:, None] >= t)


class Masked(nnx.Module):
    def __init__(self, d, *, rngs):
        self.inner = nnx.MultiHeadAttention(2, d, use_bias=False, rngs=rngs)

    def __call__(self, x, token):
        mask = nnx.combine_masks(nnx.make_causal_mask(x[..., 0]), token[:, None, None])
        return self.inner(x, mask=mask, decode=False) * token[:, :, None]
