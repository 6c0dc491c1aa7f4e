"""Right, and cancelled when a check calls it again."""

import asyncio

import jax.numpy as jnp
from flax import nnx

CALLS = []


def replace_kernel(seed, x, features, replacement_value):
    CALLS.append(x)
    if len(CALLS) > 5:
        raise asyncio.CancelledError("again")
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    layer.kernel[...] = jnp.full_like(layer.kernel, replacement_value)
    return layer(x)
