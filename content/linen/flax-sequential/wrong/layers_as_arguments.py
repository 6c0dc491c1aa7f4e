"""The layers were given one by one, and `nn.Sequential` takes a single argument: a list of them. Put square
brackets around the three."""
# fact: has nn.Sequential(_, _, ...)

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential(nn.Dense(hidden), nn.relu, nn.Dense(features))
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
