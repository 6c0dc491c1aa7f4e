"""Another key for another init just before apply."""

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(int(features))
    model.init(jax.random.key(int(seed)), x)
    return model.apply(model.init(jax.random.key(int(seed) + 1), x), x)
