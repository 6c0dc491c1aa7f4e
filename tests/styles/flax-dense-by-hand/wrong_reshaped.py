"""Reshaped where it should be transposed, or better left alone."""

import jax
from flax import linen as nn


def dense_by_hand(seed, x, features):
    params = nn.Dense(int(features)).init(jax.random.key(int(seed)), x)["params"]
    kernel = params["kernel"].reshape(int(features), x.shape[1])
    return (kernel @ x.T).T + params["bias"]
