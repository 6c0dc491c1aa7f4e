"""`apply` was given `x` first, and took it for the variables: the two arguments are the wrong way round.

The variables come first, then the input, just as `init` takes the key first and then the input.
"""
# fact: has _.apply(x, _)

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(x, variables)
