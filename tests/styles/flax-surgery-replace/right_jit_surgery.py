"""The surgery and the apply are jitted, init is not."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]

    @jax.jit
    def forward(params, x):
        kernel = jnp.full_like(params["kernel"], replacement_value)
        return model.apply({"params": {**params, "kernel": kernel}}, x)

    return forward(params, x)
