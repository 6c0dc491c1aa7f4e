"""A function that takes a key only."""

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(int(features), kernel_init=lambda key: scale, bias_init=nn.initializers.ones_init())
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
