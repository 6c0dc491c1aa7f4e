"""The tree that the Dense was applied to holds no bias.

apply takes exactly the tree that it is given; what is missing there is not filled in from init. Carry over
all the entries that stay, and change the one that does not.
"""
# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed), x)
    params = variables["params"]
    return model.apply({"params": {"kernel": jnp.full_like(params["kernel"], replacement_value)}}, x)
