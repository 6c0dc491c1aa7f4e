"""The functional form."""

import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    run = nn.init_with_output(lambda module, inputs: module(inputs), nn.Dense(int(features)))
    y, variables = run(jax.random.key(int(seed)), x)
    return {"y": y, "kernel": variables["params"]["kernel"]}
