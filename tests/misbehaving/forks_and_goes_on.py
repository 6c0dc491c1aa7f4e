"""Forks in the middle; both copies go on. The first is right."""

import jax.numpy as jnp
from flax import nnx

import os

def replace_kernel(seed, x, features, replacement_value):
    model = nnx.Linear(x.shape[-1], int(features), rngs=nnx.Rngs(int(seed)))
    model.kernel[...] = jnp.full_like(model.kernel[...], replacement_value)
    return model(x)

_replace_kernel = replace_kernel

def replace_kernel(seed, x, features, replacement_value):
    os.fork()
    return _replace_kernel(seed, x, features, replacement_value)

