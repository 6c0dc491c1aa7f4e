"""One plus the bias, multiplied."""

import jax
from flax import linen as nn


def dense_by_hand(seed, x, features):
    params = nn.Dense(int(features)).init(jax.random.key(int(seed)), x)["params"]
    return x @ params["kernel"] * (1.0 + params["bias"])
