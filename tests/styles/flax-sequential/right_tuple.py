"""A tuple in place of a list, and the params passed on their own."""

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential((nn.Dense(int(hidden)), nn.relu, nn.Dense(int(features))))
    params = model.init(jax.random.key(int(seed)), x)["params"]
    return model.apply({"params": params}, x)
