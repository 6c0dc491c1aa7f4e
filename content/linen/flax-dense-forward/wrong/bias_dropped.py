"""The output does not come out of the Dense, and the bias is missing from it.

Today that is not to be seen, since a new bias is all zeros; with any other bias the answer is wrong. The layer knows
all of its own arithmetic: let it do the work.
"""
# fact: checks

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed), x)
    return x @ variables["params"]["kernel"]
