"""The bias is used, but not as a Dense uses it: with a bias that is not zero your output is not what it should be.

It is added once, after the product, and number j of it belongs to output j. With a bias of zeros many other formulas
agree (subtracting it, adding it twice), so fresh params do not tell them apart. Try yours on params with numbers
that are unusual.
"""
# fact: checks

import jax
from flax import linen as nn


def dense_by_hand(seed, x, features):
    params = nn.Dense(features).init(jax.random.key(seed), x)["params"]
    return x @ params["kernel"] - params["bias"]
