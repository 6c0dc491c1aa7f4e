"""The bias is created, not used, and ones are added outside."""

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    fill = nn.initializers.constant(scale)
    model = nn.Dense(int(features), kernel_init=fill, bias_init=nn.initializers.ones)
    variables = model.init(jax.random.key(int(seed)), x)
    return nn.Dense(int(features), use_bias=False).apply(variables, x) + 1.0
