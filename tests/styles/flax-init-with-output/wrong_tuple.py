"""A tuple in place of the dict."""

import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    y, variables = nn.Dense(int(features)).init_with_output(jax.random.key(int(seed)), x)
    return y, variables["params"]["kernel"]
