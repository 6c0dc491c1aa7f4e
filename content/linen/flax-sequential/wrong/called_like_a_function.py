"""The model was called without its variables. A Linen module holds no numbers, so on its own it cannot compute;
`apply` is what brings the two together."""
# fact: checks

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(hidden), nn.relu, nn.Dense(features)])
    variables = model.init(jax.random.key(seed), x)
    return model(x)
