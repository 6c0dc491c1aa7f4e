"""All of it is compiled."""

import functools

import jax
from flax import linen as nn


@functools.partial(jax.jit, static_argnums=2)
def both(key, x, features):
    y, variables = nn.Dense(features).init_with_output(key, x)
    return {"y": y, "kernel": variables["params"]["kernel"]}


def init_with_output(seed, x, features):
    return both(jax.random.key(int(seed)), x, int(features))
