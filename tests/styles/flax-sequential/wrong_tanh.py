"""Another activation."""

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(int(hidden)), nn.tanh, nn.Dense(int(features))])
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
