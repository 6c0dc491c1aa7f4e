"""The list holds the two Dense and nothing between them. Together they are one linear map. Besides, the second is
entry number 1 now, and so it has another name."""
# fact: has nn.Sequential([_, _])

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(hidden), nn.Dense(features)])
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
