"""The Dense was applied to the new tree, and your output does not come out of that call: it was computed beside it.
Return what the Dense gives."""
# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(features)
    params = model.init(jax.random.key(seed), x)["params"]
    patched = {**params, "kernel": jnp.full_like(params["kernel"], replacement_value)}
    model.apply({"params": patched}, x)
    return x @ patched["kernel"] + patched["bias"]
