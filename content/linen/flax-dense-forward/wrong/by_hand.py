"""The numbers are right, but the layer ran only in `init`: the output was computed beside it.

For one Dense that is a line. For a model of fifty layers it would be the model written twice, and only one of the two
would be tested. Give the variables and `x` to the module instead. (Writing it out by hand is a problem of its own,
a little further on.)
"""
# fact: checks

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(features)
    params = model.init(jax.random.key(seed), x)["params"]
    return x @ params["kernel"] + params["bias"]
