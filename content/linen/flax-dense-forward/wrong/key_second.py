"""`init` took `x` for the key: the two arguments are the wrong way round.

The key comes first, then the input, just as `apply` takes the variables first and then the input. What the error
message prints after "rngs are" is your `x`.
"""
# fact: has _.init(x, ...)

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(features)
    variables = model.init(x, jax.random.key(seed))
    return model.apply(variables, x)
