"""Unpacked with a pattern."""

import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    match nn.Dense(int(features)).init_with_output(jax.random.key(int(seed)), x):
        case y, {"params": {"kernel": kernel}}:
            return {"y": y, "kernel": kernel}
