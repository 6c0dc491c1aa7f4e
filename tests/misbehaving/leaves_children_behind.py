"""Starts processes that outlive it, and is right."""

import jax.numpy as jnp
from flax import nnx

import subprocess

for _ in range(3):
    subprocess.Popen(['sleep', '4242'])

def replace_kernel(seed, x, features, replacement_value):
    model = nnx.Linear(x.shape[-1], int(features), rngs=nnx.Rngs(int(seed)))
    model.kernel[...] = jnp.full_like(model.kernel[...], replacement_value)
    return model(x)

