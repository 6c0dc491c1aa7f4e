"""ones, which is an initializer itself."""

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    inits = nn.initializers
    model = nn.Dense(int(features), kernel_init=inits.constant(scale), bias_init=inits.ones)
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
