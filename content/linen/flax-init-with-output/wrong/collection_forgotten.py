"""The level of the collections was skipped: in the variables there is "params", and the kernel is below that."""
# fact: has not _["params"]

import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    y, variables = nn.Dense(features).init_with_output(jax.random.key(seed), x)
    return {"y": y, "kernel": variables["kernel"]}
