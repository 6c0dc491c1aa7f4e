"""Changed in a clone, before it is initialised."""

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(int(features)).clone(
        kernel_init=nn.initializers.constant(scale), bias_init=nn.initializers.ones_init()
    )
    variables = model.init(jax.random.PRNGKey(int(seed)), x)
    return model.bind(variables)(x)
