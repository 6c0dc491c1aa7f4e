"""Zeros in place of the bias."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def dense_by_hand(seed, x, features):
    params = nn.Dense(int(features)).init(jax.random.key(int(seed)), x)["params"]
    return x @ params["kernel"] + jnp.zeros(int(features))
