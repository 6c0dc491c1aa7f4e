"""The Dense was applied with the kernel that init drew; the new one is in no tree that apply has read.

A Linen module remembers nothing: what you make is used only if you hand it over. Look at the tree that goes
into apply. Is it the new one, and does the new kernel stand in it under the very name "kernel"? An entry with
a different name is not an error, it is just never read.
"""
# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed), x)
    params = variables["params"]
    patched = {"params": {**params, "kernel": jnp.full_like(params["kernel"], replacement_value)}}
    return model.apply(variables, x)
