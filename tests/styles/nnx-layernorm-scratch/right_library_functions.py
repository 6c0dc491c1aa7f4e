"""jnp.var, and a constructor that takes the values."""

import jax
import jax.numpy as jnp
from flax import nnx


class LayerNorm(nnx.Module):
    def __init__(self, scale, bias, eps):
        self.scale, self.bias, self.eps = nnx.Param(scale), nnx.Param(bias), eps

    def __call__(self, x):
        rows = (x - jnp.mean(x, -1, keepdims=True)) * jax.lax.rsqrt(jnp.var(x, -1, keepdims=True) + self.eps)
        return rows * self.scale[...] + self.bias[...]


def layernorm_scratch(x, scale, bias, eps):
    return LayerNorm(scale, bias, eps)(x)
