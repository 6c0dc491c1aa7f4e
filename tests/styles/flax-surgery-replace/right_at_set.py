"""The new kernel is made from the old one."""

import jax
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]
    kernel = params["kernel"].at[:].set(replacement_value)
    return model.apply({"params": params | {"kernel": kernel}}, x)
