"""The module is kept, the params are an argument; apply is called twice."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]
    before = model.apply({"params": params}, x)
    kernel = jnp.full_like(params["kernel"], replacement_value)
    after = model.apply({"params": {**params, "kernel": kernel}}, x)
    assert before.shape == after.shape
    return after
