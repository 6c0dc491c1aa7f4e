"""The surgery and the apply are jitted, init is not."""

import jax
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]

    @jax.jit
    def forward(params, x):
        return model.apply({"params": {**params, "kernel": KERNEL}}, x)

    return forward(params, x)
