"""All of it under jax.jit."""

import functools

import jax
from flax import linen as nn


@functools.partial(jax.jit, static_argnums=(0, 2))
def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]
    return model.apply({"params": {**params, "kernel": KERNEL}}, x)
