"""A subclass of the layer."""

import jax.numpy as jnp
from flax import nnx


class StepNorm(nnx.GroupNorm):
    def __call__(self, x):
        return jnp.reshape(super().__call__(jnp.concatenate(list(x))), x.shape)


def groupnorm(seed, x, groups):
    return StepNorm(x.shape[-1], groups, rngs=nnx.Rngs(seed))(x)
