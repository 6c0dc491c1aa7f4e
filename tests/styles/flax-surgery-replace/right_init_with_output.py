"""init_with_output, whose output is dropped."""

import jax
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    _, variables = model.init_with_output(jax.random.PRNGKey(int(seed)), x)
    params = variables["params"]
    return model.apply({"params": {**params, "kernel": KERNEL}}, x)
