"""Apply a Dense to params in which only the kernel is new."""

from __future__ import annotations

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed: float, x: jax.Array, features: float, replacement_value: float) -> jax.Array:
    model = nn.Dense(int(features))
    params = model.init(jax.random.key(int(seed)), x)["params"]
    patched = {**params, "kernel": jnp.full_like(params["kernel"], replacement_value)}
    return model.apply({"params": patched}, x)
