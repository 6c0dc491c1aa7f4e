"""jax.jit around apply."""

import jax
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]
    patched = {"params": {**params, "kernel": KERNEL}}
    return jax.jit(model.apply)(patched, x)
