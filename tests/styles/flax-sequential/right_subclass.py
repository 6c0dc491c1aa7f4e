"""A subclass that makes the list."""

import jax
from flax import linen as nn


class MLP(nn.Sequential):
    """A Sequential with a name of its own."""


def sequential_mlp(seed, x, hidden, features):
    model = MLP([nn.Dense(int(hidden)), nn.relu, nn.Dense(int(features))])
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
