"""The kernel by its path."""

import jax
from flax import linen as nn
from flax.traverse_util import flatten_dict


def init_with_output(seed, x, features):
    y, variables = nn.Dense(int(features)).init_with_output(jax.random.key(int(seed)), x)
    return {"y": y, "kernel": flatten_dict(variables, sep="/")["params/kernel"]}
