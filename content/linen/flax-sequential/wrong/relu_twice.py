"""A second relu, at the end of the list, takes away every negative output. The activation stands between the
layers; the last Dense is the end of the list."""
# fact: has nn.Sequential([_, nn.relu, _, nn.relu])

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(hidden), nn.relu, nn.Dense(features), nn.relu])
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
