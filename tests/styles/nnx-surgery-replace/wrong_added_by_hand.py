"""Product and bias are written out."""

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    layer.kernel[...] = replacement_value
    return jnp.dot(x, layer.kernel[...]) + layer.bias[...]
