"""init on the class, not on an instance."""

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    variables = nn.Dense.init(jax.random.key(int(seed)), x)
    return nn.Dense(int(features)).apply(variables, x)
