"""A clone is filled, and the original applied."""

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    other = nnx.clone(layer)
    other.kernel[...] = jnp.full_like(other.kernel, replacement_value)
    return layer(x)
