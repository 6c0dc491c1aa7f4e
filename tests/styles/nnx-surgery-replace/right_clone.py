"""Surgery on a clone."""

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    patched = nnx.clone(layer)
    patched.kernel[...] = jnp.full_like(patched.kernel, replacement_value)
    return patched(x)
