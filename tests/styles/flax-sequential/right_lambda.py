"""A function of one's own in the middle."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(int(hidden)), lambda h: jnp.maximum(h, 0), nn.Dense(int(features))])
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
