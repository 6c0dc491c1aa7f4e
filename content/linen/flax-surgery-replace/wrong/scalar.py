"""The kernel was replaced by a single number, and the Dense expects an array of shape (in, features).

Linen compares the shape of each param with the one that its initializer would make, and does not
broadcast. Make an array of the old kernel's shape that holds the number everywhere.
"""
# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed), x)
    params = variables["params"]
    return model.apply({"params": {**params, "kernel": jnp.asarray(replacement_value)}}, x)
