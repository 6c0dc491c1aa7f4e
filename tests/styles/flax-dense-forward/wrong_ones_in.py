"""Applied to the example of init, not to x."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(int(features))
    example = jnp.ones(x.shape)
    return model.apply(model.init(jax.random.key(int(seed)), example), example)
