"""Bound to its variables, a module can be called."""

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(features=int(features))
    return model.bind(model.init(jax.random.key(int(seed)), x))(x)
