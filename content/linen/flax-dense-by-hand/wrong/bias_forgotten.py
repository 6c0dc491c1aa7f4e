"""The bias that `init` made has no part in your output.

A new bias is all zeros, so on fresh params nothing is to be seen of that; this check put a different one in its place,
and the answer did not change with it. A Dense has two arrays, and the output depends on both.
"""
# fact: checks

import jax
from flax import linen as nn


def dense_by_hand(seed, x, features):
    params = nn.Dense(features).init(jax.random.key(seed), x)["params"]
    return x @ params["kernel"]
