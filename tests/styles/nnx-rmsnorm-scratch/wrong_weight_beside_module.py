"""The module is built and keeps its ones; the weight is multiplied outside of it."""

import jax
import jax.numpy as jnp
from flax import nnx


class RMSNorm(nnx.Module):
    def __init__(self, dim: int, eps: float = 1e-5):
        self.scale = nnx.Param(jnp.ones(dim))
        self.eps = eps

    def __call__(self, x: jax.Array) -> jax.Array:
        h = x.astype(jnp.float32)
        power = jnp.mean(h**2, axis=-1, keepdims=True)
        h = h * jax.lax.rsqrt(power + self.eps)
        return h * self.scale


def rmsnorm_scratch(x: jax.Array, weight: jax.Array) -> jax.Array:
    norm = RMSNorm(x.shape[-1])
    return (norm(x) * weight).astype(x.dtype)
