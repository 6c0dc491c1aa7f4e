"""The key does not come from `seed`: every call draws the same kernel, whatever seed it is given.

The key alone decides which random numbers `init` draws, so it has to be made from the argument.
"""
# fact: has jax.random.key(0)

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(features)
    variables = model.init(jax.random.key(0), x)
    return model.apply(variables, x)
