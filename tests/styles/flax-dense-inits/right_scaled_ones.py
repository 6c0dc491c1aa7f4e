"""Ones times scale, by a factory of one's own."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def filled(value):
    def init(key, shape, dtype=jnp.float32):
        return value * nn.initializers.ones(key, shape, dtype)

    return init


def dense_inits(seed, x, features, scale):
    model = nn.Dense(int(features), kernel_init=filled(scale), bias_init=filled(1.0))
    variables = model.init({"params": jax.random.key(int(seed))}, x)
    return model.apply(variables, x)
