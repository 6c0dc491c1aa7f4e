"""The kernel was drawn at random, as by default: the constructor was not told otherwise.

There is a keyword for the kernel, as for the bias. Passed without it, as the second argument, an initializer becomes
`use_bias`: a function counts as true, so there is no error, and the kernel is what it always was.
"""
# fact: has nn.Dense(_, _, ...)
# fact: has not nn.Dense(..., kernel_init=_)

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(features, nn.initializers.constant(scale), bias_init=nn.initializers.ones_init())
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
