"""The Dense that you initialised has no bias.

A new bias is all zeros, so the numbers agree for now; but this layer could never learn an offset, and its variables
have one array less than asked for. Build it with its defaults.
"""
# fact: checks

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(features, use_bias=False)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
