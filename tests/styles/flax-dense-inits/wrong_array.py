"""An array where a function is expected."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    kernel = jnp.full((x.shape[1], int(features)), scale)
    model = nn.Dense(int(features), kernel_init=kernel, bias_init=nn.initializers.ones_init())
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
