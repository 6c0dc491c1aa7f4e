"""Runs another program that prints control sequences, and is right."""

import os

os.system("printf '\\033[2J\\033]0;title\\007cleared'")

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    model = nnx.Linear(x.shape[-1], int(features), rngs=nnx.Rngs(int(seed)))
    model.kernel[...] = jnp.full_like(model.kernel[...], replacement_value)
    return model(x)
