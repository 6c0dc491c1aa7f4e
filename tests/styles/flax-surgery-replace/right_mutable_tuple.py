"""apply with mutable returns a pair."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]
    kernel = jnp.full_like(params["kernel"], replacement_value)
    y, _ = model.apply({"params": {**params, "kernel": kernel}}, x, mutable=["batch_stats"])
    return y
