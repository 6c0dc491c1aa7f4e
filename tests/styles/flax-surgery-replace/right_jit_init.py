"""init under jax.jit."""

import jax
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    params = jax.jit(model.init)(jax.random.key(int(seed)), x)["params"]
    return model.apply({"params": {**params, "kernel": KERNEL}}, x)
