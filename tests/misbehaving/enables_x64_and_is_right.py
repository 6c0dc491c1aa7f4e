"""Switches 64-bit numbers on in the process; what it returns is right."""

import jax.numpy as jnp
from flax import nnx

import jax

jax.config.update('jax_enable_x64', True)

def replace_kernel(seed, x, features, replacement_value):
    model = nnx.Linear(x.shape[-1], int(features), rngs=nnx.Rngs(int(seed)))
    model.kernel[...] = jnp.full_like(model.kernel[...], replacement_value)
    return model(x)

