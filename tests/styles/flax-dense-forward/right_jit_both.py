"""init and apply, each compiled."""

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(int(features))
    variables = jax.jit(model.init)(jax.random.key(int(seed)), x)
    return jax.jit(model.apply)(variables, x)
