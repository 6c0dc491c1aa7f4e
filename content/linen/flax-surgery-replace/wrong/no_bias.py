"""The Dense that you initialised has no bias, so there was none to carry over.

While the bias is all zeros the numbers do not show it, but this is a different model: its tree has one entry less and
it can never learn an offset. Make the Dense as the task says, and take the bias over from init.
"""
# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(features, use_bias=False)
    params = model.init(jax.random.key(seed), x)["params"]
    return model.apply({"params": {"kernel": jnp.full_like(params["kernel"], replacement_value)}}, x)
