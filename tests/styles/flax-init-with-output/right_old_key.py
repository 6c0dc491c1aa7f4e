"""A key of the old kind, in a dict of streams."""

import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    rngs = {"params": jax.random.PRNGKey(int(seed))}
    y, variables = nn.Dense(int(features)).init_with_output(rngs, x)
    params = variables.pop("params")
    return {"y": y, "kernel": params.pop("kernel")}
