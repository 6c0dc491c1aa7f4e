"""apply is jitted."""

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(int(hidden)), nn.relu, nn.Dense(int(features))])
    variables = model.init(jax.random.key(int(seed)), x)
    return jax.jit(model.apply)(variables, x)
