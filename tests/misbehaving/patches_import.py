"""Lets nothing be imported any more, which flax does not survive."""

import builtins

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    model = nnx.Linear(x.shape[-1], int(features), rngs=nnx.Rngs(int(seed)))
    model.kernel[...] = jnp.full_like(model.kernel[...], replacement_value)
    return model(x)


def no(*args, **kwargs):
    raise ImportError("no")


builtins.__import__ = no
