"""The pass is compiled."""

import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    y, variables = jax.jit(nn.Dense(int(features)).init_with_output)(jax.random.key(int(seed)), x)
    return {"kernel": variables["params"]["kernel"], "y": y}
