"""The bias times zero."""

import jax
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]
    return model.apply({"params": {"kernel": KERNEL, "bias": params["bias"] * 0}}, x)
