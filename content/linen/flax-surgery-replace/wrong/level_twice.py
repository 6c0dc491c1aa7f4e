"""The "params" level is there twice: what init returned has it already.

init returns a dict of collections, with "params" as one key of it. Wrap only what lies under that key, or
leave the outer dict's shape as it is and do not wrap at all.
"""
# fact: has {"params": {**_, "params": _}}

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed), x)
    params = variables["params"]
    patched = {**params, "kernel": jnp.full_like(params["kernel"], replacement_value)}
    return model.apply({"params": {**variables, "params": patched}}, x)
