"""Apply a Dense to params in which only the kernel is new."""

from __future__ import annotations

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed: int, x: jax.Array, features: int, replacement_value: float) -> jax.Array:
    model = nn.Dense(features)
    params = model.init(jax.random.key(seed), x)["params"]
    patched = {**params, "kernel": jnp.full_like(params["kernel"], replacement_value)}
    return model.apply({"params": patched}, x)
