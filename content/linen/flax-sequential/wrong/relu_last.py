"""The relu is the last entry, so it works on the output: all that is negative becomes zero, and between the two
Dense there is nothing. The entries are called in the order of the list. Put the relu in the middle."""
# fact: has nn.Sequential([_, _, nn.relu])

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(hidden), nn.Dense(features), nn.relu])
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
