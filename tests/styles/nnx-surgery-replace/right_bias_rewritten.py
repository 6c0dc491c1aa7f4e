"""The bias is carried over into a new Param."""

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    layer.kernel = nnx.Param(jnp.full_like(layer.kernel, replacement_value))
    layer.bias = nnx.Param(layer.bias[...])
    return layer(x)
