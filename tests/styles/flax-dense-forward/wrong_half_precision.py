"""Another dtype."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(int(features), dtype=jnp.bfloat16)
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
