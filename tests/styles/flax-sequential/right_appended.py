"""The list is filled step by step."""

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    steps = []
    steps.append(nn.Dense(int(hidden)))
    steps.append(jax.nn.relu)
    steps.append(nn.Dense(int(features)))
    model = nn.Sequential(layers=steps)
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
