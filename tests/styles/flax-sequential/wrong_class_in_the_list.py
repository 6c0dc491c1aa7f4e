"""A class stands in the list in place of a layer."""

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(int(hidden)), nn.relu, nn.Dense])
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
