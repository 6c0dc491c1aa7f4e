"""The kernel stands on the left of the product, as in the textbooks' W x, and there its last axis would have to be as
long as the first of `x`.

The rows of `x` are examples, so the product has to sum over the last axis of `x`. Which side does `x` belong on?
"""
# fact: has _ @ x

import jax
from flax import linen as nn


def dense_by_hand(seed, x, features):
    params = nn.Dense(features).init(jax.random.key(seed), x)["params"]
    return params["kernel"] @ x + params["bias"]
