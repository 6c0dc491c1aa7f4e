"""`eps` is added to the root, and belongs under it: `rsqrt(power + eps)`. Where the activations are small, the two
are far apart."""

# fact: has jnp.sqrt(_)
# fact: has not jnp.sqrt(_ + _)

import jax
import jax.numpy as jnp
from flax import nnx


class RMSNorm(nnx.Module):
    """Divides by the root mean square over the last axis, and multiplies by a learned scale."""

    def __init__(self, dim: int, eps: float = 1e-5):
        self.scale = nnx.Param(jnp.ones(dim))
        self.eps = eps

    def __call__(self, x: jax.Array) -> jax.Array:
        h = x.astype(jnp.float32)
        power = jnp.mean(h * h, axis=-1, keepdims=True)
        h = h / (jnp.sqrt(power) + self.eps)
        return (h * self.scale).astype(x.dtype)


def rmsnorm_scratch(x: jax.Array, weight: jax.Array) -> jax.Array:
    """`x` divided by the root mean square of its last axis, times `weight`."""
    norm = RMSNorm(x.shape[-1])
    norm.scale[...] = weight
    return norm(x)
