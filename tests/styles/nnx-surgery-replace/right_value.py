"""The old spelling, `.value`."""

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    layer.kernel.value = jnp.full_like(layer.kernel.value, replacement_value)
    return layer(x)
