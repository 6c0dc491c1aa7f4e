"""A keyword that does not exist."""

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(int(features), kernal_init=nn.initializers.constant(scale), bias_init=nn.initializers.ones)
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
