"""Names that the Sequential overwrites anyway."""

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(int(hidden), name="a"), nn.relu, nn.Dense(int(features), name="b")])
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
