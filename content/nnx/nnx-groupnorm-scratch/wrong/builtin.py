"""An `nnx.GroupNorm` did the work. The numbers are right, and the task is to extend the layer of the stub."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Norm(nnx.Module):
    """Mean 0 and spread 1 in each group of channels, then a scale and a bias for each channel."""

    def __init__(self, channels: int, groups: int, eps: float):
        self.scale = nnx.Param(jnp.ones(channels))
        self.bias = nnx.Param(jnp.zeros(channels))
        self.norm = nnx.GroupNorm(
            channels, groups, epsilon=eps, use_scale=False, use_bias=False, use_fast_variance=False, rngs=nnx.Rngs(0)
        )

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.norm(x) * self.scale + self.bias


def groupnorm_scratch(x: jax.Array, scale: jax.Array, bias: jax.Array, groups: int, eps: float) -> jax.Array:
    """`x` with each group of channels of each example normalised."""
    norm = Norm(x.shape[-1], groups, eps)
    norm.scale[...] = scale
    norm.bias[...] = bias
    return norm(x)
