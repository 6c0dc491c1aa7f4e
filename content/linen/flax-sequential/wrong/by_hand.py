"""The Sequential ran only in `init`, and then its work was done beside it, step by step. It can do that itself: give
the variables and `x` to its `apply`."""
# fact: checks

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(hidden), nn.relu, nn.Dense(features)])
    params = model.init(jax.random.key(seed), x)["params"]
    first, second = params["layers_0"], params["layers_2"]
    return nn.relu(x @ first["kernel"] + first["bias"]) @ second["kernel"] + second["bias"]
