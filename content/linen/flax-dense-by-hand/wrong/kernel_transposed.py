"""The kernel was transposed, and then its first axis is the outputs, which do not fit to the inputs in `x`.

In Linen a kernel has shape (in, features) already: a row for each input. It can stand on the right of the product as
it is.
"""
# fact: has x @ _.T

import jax
from flax import linen as nn


def dense_by_hand(seed, x, features):
    params = nn.Dense(features).init(jax.random.key(seed), x)["params"]
    return x @ params["kernel"].T + params["bias"]
