"""The functional forms of init and apply."""

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(int(features))

    def call(module, inputs):
        return module(inputs)

    variables = nn.init(call, model)(jax.random.key(int(seed)), x)
    return nn.apply(call, model)(variables, x)
