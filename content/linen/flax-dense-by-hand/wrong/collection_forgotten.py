"""The level of the collections was skipped: what `init` returned has "params" as its only key, and the kernel and the
bias are in the dict below it."""
# fact: has not _["params"]

import jax
from flax import linen as nn


def dense_by_hand(seed, x, features):
    variables = nn.Dense(features).init(jax.random.key(seed), x)
    return x @ variables["kernel"] + variables["bias"]
