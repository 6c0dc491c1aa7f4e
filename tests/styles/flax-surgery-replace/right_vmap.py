"""vmap over the rows."""

import jax
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]
    patched = {"params": {**params, "kernel": KERNEL}}
    return jax.vmap(lambda row: model.apply(patched, row))(x)
