"""The initializers of jax.nn, which are the same."""

import jax
from flax import linen as nn
from jax.nn import initializers


def dense_inits(seed, x, features, scale):
    model = nn.Dense(
        features=int(features), kernel_init=initializers.constant(scale), bias_init=initializers.constant(1.0)
    )
    y, _ = model.init_with_output(jax.random.key(int(seed)), x)
    return y
