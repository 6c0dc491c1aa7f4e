"""Without a bias in the Dense, and one added to the output."""

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(int(features), use_bias=False, kernel_init=nn.initializers.constant(scale))
    return model.apply(model.init(jax.random.key(int(seed)), x), x) + 1.0
