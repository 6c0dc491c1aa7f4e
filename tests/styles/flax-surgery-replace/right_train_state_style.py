"""The module is kept, the params are an argument; apply is called twice."""

import jax
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]
    before = model.apply({"params": params}, x)
    after = model.apply({"params": {**params, "kernel": KERNEL}}, x)
    assert before.shape == after.shape
    return after
