"""bind in place of apply."""

import jax
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]
    return model.bind({"params": {**params, "kernel": KERNEL}})(x)
