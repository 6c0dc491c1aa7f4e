"""The bias was given `scale`, as the kernel was. It is to be full of ones."""
# fact: has nn.Dense(..., kernel_init=nn.initializers.constant(scale), bias_init=nn.initializers.constant(scale))

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(
        features,
        kernel_init=nn.initializers.constant(scale),
        bias_init=nn.initializers.constant(scale),
    )
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
