"""The bias is added twice."""

import jax
from flax import linen as nn


def dense_by_hand(seed, x, features):
    params = nn.Dense(int(features)).init(jax.random.key(int(seed)), x)["params"]
    return x @ params["kernel"] + params["bias"] + params["bias"]
