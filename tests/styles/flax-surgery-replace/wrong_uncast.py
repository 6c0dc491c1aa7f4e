"""features is not cast."""

import jax
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(features)
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
