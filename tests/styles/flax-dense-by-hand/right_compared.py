"""Compares with the Dense itself, and returns its own."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def dense_by_hand(seed, x, features):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]
    y = x @ params["kernel"] + params["bias"]
    assert jnp.allclose(y, model.apply(variables, x), atol=1e-5)
    return y
