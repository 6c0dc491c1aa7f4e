"""Prints a megabyte on both outputs, and is right."""

import jax.numpy as jnp
from flax import nnx

import sys

print('the beginning')
for _ in range(1000):
    print('x' * 500)
    print('y' * 500, file=sys.stderr)
print('the end')

def replace_kernel(seed, x, features, replacement_value):
    model = nnx.Linear(x.shape[-1], int(features), rngs=nnx.Rngs(int(seed)))
    model.kernel[...] = jnp.full_like(model.kernel[...], replacement_value)
    return model(x)

