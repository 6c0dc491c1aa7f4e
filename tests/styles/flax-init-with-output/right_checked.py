"""Checks its own work, by arithmetic."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def init_with_output(seed, x, features):
    y, variables = nn.Dense(int(features)).init_with_output(jax.random.key(int(seed)), x)
    params = variables["params"]
    print(y.shape, jax.tree.map(jnp.shape, params))
    assert set(params) == {"kernel", "bias"}
    return {"y": jnp.asarray(y), "kernel": params["kernel"]}
