"""The Dense ran only in `init`, and the forward pass was done beside it.

For one Dense that is a line; for a real model it is the model written twice, and the second copy will drift from
the first. Give the new tree to the module and let it do the arithmetic.
"""
# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed), x)
    params = variables["params"]
    patched = {**params, "kernel": jnp.full_like(params["kernel"], replacement_value)}
    return x @ patched["kernel"] + patched["bias"]
