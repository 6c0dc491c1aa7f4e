"""The output and the variables."""

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x), variables
