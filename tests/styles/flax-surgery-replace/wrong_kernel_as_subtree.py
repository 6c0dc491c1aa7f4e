"""The kernel in place of the whole subtree."""

import jax
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]
    return model.apply({"params": KERNEL}, x)
