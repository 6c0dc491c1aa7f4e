"""At "kernel" there is a dict with the kernel and the bias in it, and the task asks for one array. Go a level further
down."""
# fact: checks

import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    y, variables = nn.Dense(features).init_with_output(jax.random.key(seed), x)
    return {"y": y, "kernel": variables["params"]}
