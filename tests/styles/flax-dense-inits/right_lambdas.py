"""Functions of one's own."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(
        int(features),
        kernel_init=lambda key, shape, dtype: jnp.full(shape, scale, dtype),
        bias_init=lambda key, shape, dtype: jnp.ones(shape, dtype),
    )
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
