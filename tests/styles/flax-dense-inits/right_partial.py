"""The class with its initializers, as a partial."""

import functools

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    layer = functools.partial(
        nn.Dense, kernel_init=nn.initializers.constant(scale), bias_init=nn.initializers.ones_init()
    )
    model = layer(int(features))
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
