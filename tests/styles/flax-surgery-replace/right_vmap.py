"""vmap over the rows."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]
    patched = {"params": {**params, "kernel": jnp.full_like(params["kernel"], replacement_value)}}
    return jax.vmap(lambda row: model.apply(patched, row))(x)
