"""A level of the tree is missing: apply wants a dict of collections, each of them a dict of names.

The outer level says which collection ("params"), the inner one which array ("kernel", "bias"). Handing over
the inner dict alone, or the bare kernel in the place of the inner dict, leaves apply with arrays where it
looks for dicts. Build both levels again, as init returned them.
"""
# fact: has not {"params": _}

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed), x)
    params = variables["params"]
    return model.apply({**params, "kernel": jnp.full_like(params["kernel"], replacement_value)}, x)
