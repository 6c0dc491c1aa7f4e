"""apply with mutable returns a pair."""

import jax
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]
    y, _ = model.apply({"params": {**params, "kernel": KERNEL}}, x, mutable=["batch_stats"])
    return y
