"""A number was passed where an initializer is expected.

The constructor takes it without a word; `init` then tries to call it, with a key, a shape and a dtype. It
is not the value that a layer asks for, but a function that makes the array.
"""
# fact: checks

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(
        features,
        kernel_init=scale,
        bias_init=1.0,
    )
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
