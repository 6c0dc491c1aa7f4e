"""The collection of init's dict is replaced."""

import jax
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]
    variables["params"] = {**params, "kernel": KERNEL}
    return model.apply(variables, x)
