"""A copy of the inner dict, changed."""

import jax
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]
    patched = dict(params)
    patched["kernel"] = KERNEL
    return model.apply({"params": patched}, x)
