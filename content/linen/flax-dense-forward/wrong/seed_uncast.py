"""`seed` arrives as a float, and `jax.random.key` takes whole numbers only. Cast it with `int`."""
# fact: has not int(seed)

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
