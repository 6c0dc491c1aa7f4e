"""The bias that init made has no say in the output; zeros have taken its place, and the task carries it over.

The numbers are equal only because a Dense happens to start with a zero bias. With another initializer, or
with trained params, what was there would be wiped out. Take every entry that stays from the old tree.
"""
# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed), x)
    params = variables["params"]
    kernel = jnp.full_like(params["kernel"], replacement_value)
    return model.apply({"params": {"kernel": kernel, "bias": jnp.zeros(features)}}, x)
