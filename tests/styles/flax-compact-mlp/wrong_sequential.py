"""nn.Sequential names its layers in its own way."""

import jax
from flax import linen as nn


def compact_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(int(hidden)), nn.relu, nn.Dense(int(features))])
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
