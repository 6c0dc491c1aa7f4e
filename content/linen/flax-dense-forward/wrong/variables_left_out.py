"""`apply` was given `x` and no variables, so it took `x` for the variables.

The module remembers nothing of what `init` returned. Hand the variables over, before the input, each time.
"""
# fact: has _.apply(x)

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(features)
    model.init(jax.random.key(seed), x)
    return model.apply(x)
