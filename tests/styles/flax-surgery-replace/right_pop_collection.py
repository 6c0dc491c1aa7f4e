"""The collection is popped, which changes none of its arrays."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    params = model.init(jax.random.key(int(seed)), x).pop("params")
    kernel = jnp.full_like(params["kernel"], replacement_value)
    return model.apply({"params": {**params, "kernel": kernel}}, x)
