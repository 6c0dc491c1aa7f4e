"""The kernel is popped out of init's dict."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]
    old = params.pop("kernel")
    return model.apply({"params": {**params, "kernel": jnp.full_like(old, replacement_value)}}, x)
