"""Both moves in one go."""

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    y, _ = nn.Dense(int(features)).init_with_output(jax.random.key(int(seed)), x)
    return y
