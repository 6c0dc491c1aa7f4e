"""`features` is a float as it arrives, and no array has 5.0 columns. Cast it with `int` where the Dense is built."""
# fact: has not int(features)

import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    y, variables = nn.Dense(features).init_with_output(jax.random.key(int(seed)), x)
    return {"y": y, "kernel": variables["params"]["kernel"]}
