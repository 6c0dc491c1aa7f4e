"""Prints what a terminal would obey, and is right."""

import jax.numpy as jnp
from flax import nnx

print('\x1b[2J\x1b]0;title\x07[red]markup[/red]\r\u202eright to left\x9b31m')

def replace_kernel(seed, x, features, replacement_value):
    model = nnx.Linear(x.shape[-1], int(features), rngs=nnx.Rngs(int(seed)))
    model.kernel[...] = jnp.full_like(model.kernel[...], replacement_value)
    return model(x)

