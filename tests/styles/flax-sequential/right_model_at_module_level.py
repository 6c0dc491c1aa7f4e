"""A function makes the model, and prints it."""

import jax
from flax import linen as nn


def build(hidden, features):
    return nn.Sequential([nn.Dense(hidden), nn.relu, nn.Dense(features)])


def sequential_mlp(seed, x, hidden, features):
    model = build(int(hidden), int(features))
    print(model)
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
