"""The seed is left a float."""

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(int(hidden)), nn.relu, nn.Dense(int(features))])
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
