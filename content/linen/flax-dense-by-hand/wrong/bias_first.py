"""The bias goes through the kernel as well: it was added before the product.

A bias of zeros hides that when the shapes happen to fit; here they do not always. It is an offset of the output, with
one number for each output, so it is added last.
"""
# fact: has (x + _) @ _

import jax
from flax import linen as nn


def dense_by_hand(seed, x, features):
    params = nn.Dense(features).init(jax.random.key(seed), x)["params"]
    return (x + params["bias"]) @ params["kernel"]
