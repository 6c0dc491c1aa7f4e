"""init_with_output, whose output is dropped."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    _, variables = model.init_with_output(jax.random.PRNGKey(int(seed)), x)
    params = variables["params"]
    kernel = jnp.full_like(params["kernel"], replacement_value)
    return model.apply({"params": {**params, "kernel": kernel}}, x)
