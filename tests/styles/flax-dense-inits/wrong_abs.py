"""The sign is lost."""

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    fill = nn.initializers.constant(abs(scale))
    model = nn.Dense(int(features), kernel_init=fill, bias_init=nn.initializers.ones_init())
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
