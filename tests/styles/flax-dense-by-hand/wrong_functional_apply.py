"""The functional form of apply."""

import jax
from flax import linen as nn


def dense_by_hand(seed, x, features):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return nn.apply(lambda module, inputs: module(inputs), model)(variables, x)
