"""The output is scaled, not the kernel."""

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    ones = nn.initializers.ones
    model = nn.Dense(int(features), kernel_init=ones, bias_init=ones)
    return scale * model.apply(model.init(jax.random.key(int(seed)), x), x)
