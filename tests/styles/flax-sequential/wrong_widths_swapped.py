"""The widths are swapped."""

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(int(features)), nn.relu, nn.Dense(int(hidden))])
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
