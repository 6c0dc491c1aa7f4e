"""Your Sequential alone does not give your output: a part of the work, such as the relu, is done outside of it. Put
all three steps into it, and return what its `apply` gives."""
# fact: checks

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    first, second = nn.Dense(hidden), nn.Dense(features)
    model = nn.Sequential([first, lambda h: h, second])
    params = model.init(jax.random.key(seed), x)["params"]
    h = nn.relu(first.apply({"params": params["layers_0"]}, x))
    return second.apply({"params": params["layers_2"]}, h)
