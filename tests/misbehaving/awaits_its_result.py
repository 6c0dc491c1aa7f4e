"""Runs an event loop of its own, and is right."""

import asyncio

import jax.numpy as jnp
from flax import nnx


async def slowly(model, x):
    await asyncio.sleep(0.01)
    return model(x)


def replace_kernel(seed, x, features, replacement_value):
    model = nnx.Linear(x.shape[-1], int(features), rngs=nnx.Rngs(int(seed)))
    model.kernel[...] = jnp.full_like(model.kernel[...], replacement_value)
    return asyncio.run(slowly(model, x))
