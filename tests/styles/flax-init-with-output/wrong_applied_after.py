"""The pair, and apply after it."""

import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    model = nn.Dense(int(features))
    _, variables = model.init_with_output(jax.random.key(int(seed)), x)
    return {"y": model.apply(variables, x), "kernel": variables["params"]["kernel"]}
