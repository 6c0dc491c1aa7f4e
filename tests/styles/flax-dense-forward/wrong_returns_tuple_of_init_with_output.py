"""The pair is not taken apart."""

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    return nn.Dense(int(features)).init_with_output(jax.random.key(int(seed)), x)
