"""It asserts what it knows of the initial bias."""

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    assert (layer.bias[...] == 0).all()
    layer.kernel[...] = jnp.full_like(layer.kernel, replacement_value)
    assert (layer.bias[...] == 0).all()
    return layer(x)
