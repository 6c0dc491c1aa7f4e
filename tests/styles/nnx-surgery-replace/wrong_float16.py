"""The kernel is stored in half precision."""

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    layer.kernel = nnx.Param(jnp.full(layer.kernel.shape, replacement_value, jnp.float16))
    return layer(x).astype(jnp.float32)
