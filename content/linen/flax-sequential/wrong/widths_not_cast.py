"""`hidden` arrives as a float, and the shape of a kernel is made of whole numbers. Cast it with `int` where the layer
is built, and `features` as well."""
# fact: has not int(hidden)

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(hidden), nn.relu, nn.Dense(features)])
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
