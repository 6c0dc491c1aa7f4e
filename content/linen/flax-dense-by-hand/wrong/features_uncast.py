"""`features` is still a float, so there is no kernel to work with: `init` could not make one of that shape. Cast it
with `int` in the constructor."""
# fact: has not int(features)

import jax
from flax import linen as nn


def dense_by_hand(seed, x, features):
    params = nn.Dense(features).init(jax.random.key(int(seed)), x)["params"]
    return x @ params["kernel"] + params["bias"]
