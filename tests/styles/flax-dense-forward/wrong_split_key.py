"""The key is split before it is used."""

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    key, _ = jax.random.split(jax.random.key(int(seed)))
    model = nn.Dense(int(features))
    return model.apply(model.init(key, x), x)
