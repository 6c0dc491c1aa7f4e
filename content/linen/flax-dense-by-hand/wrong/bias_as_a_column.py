"""The bias was made a column, so it is lined up with the rows and not with the outputs: number j of it belongs to
output j. Add it as it is, and it is broadcast along the rows."""
# fact: has _[:, None]

import jax
from flax import linen as nn


def dense_by_hand(seed, x, features):
    params = nn.Dense(features).init(jax.random.key(seed), x)["params"]
    return x @ params["kernel"] + params["bias"][:, None]
