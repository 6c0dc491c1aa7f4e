"""Nothing was said to the Dense."""

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(int(features))
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
