"""set_value with an array of the right dtype."""

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    layer.kernel.set_value(jnp.full(layer.kernel.shape, replacement_value, layer.kernel.dtype))
    return layer(x)
