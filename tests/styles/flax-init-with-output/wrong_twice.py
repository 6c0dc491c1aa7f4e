"""init_with_output for the output, init for the variables."""

import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    model, key = nn.Dense(int(features)), jax.random.key(int(seed))
    y, _ = model.init_with_output(key, x)
    return {"y": y, "kernel": model.init(key, x)["params"]["kernel"]}
