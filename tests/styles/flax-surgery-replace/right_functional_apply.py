"""nn.apply and nn.init."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    params = nn.init(nn.Dense.__call__, model)(jax.random.key(int(seed)), x)["params"]
    kernel = jnp.full_like(params["kernel"], replacement_value)
    return nn.apply(nn.Dense.__call__, model)({"params": {**params, "kernel": kernel}}, x)
