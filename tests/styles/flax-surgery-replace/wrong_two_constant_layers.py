"""A second Dense with a constant initializer; the first is only for show."""

import jax
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    other = nn.Dense(int(features), kernel_init=nn.initializers.constant(replacement_value))
    return other.init_with_output(jax.random.key(int(seed)), x)[0]
