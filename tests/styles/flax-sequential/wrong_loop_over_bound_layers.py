"""The steps of the bound Sequential are called one by one."""

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(int(hidden)), nn.relu, nn.Dense(int(features))])
    for step in model.bind(model.init(jax.random.key(int(seed)), x)).layers:
        x = step(x)
    return x
