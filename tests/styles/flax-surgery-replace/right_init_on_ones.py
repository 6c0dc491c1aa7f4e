"""Initialised on ones of the same shape."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    params = model.init(jax.random.key(int(seed)), jnp.ones_like(x))["params"]
    kernel = jnp.full_like(params["kernel"], replacement_value)
    return model.apply({"params": {"bias": params["bias"], "kernel": kernel}}, x)
