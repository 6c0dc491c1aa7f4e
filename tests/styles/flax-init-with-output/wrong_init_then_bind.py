"""Initialised, then bound and called."""

import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return {"y": model.bind(variables)(x), "kernel": variables["params"]["kernel"]}
