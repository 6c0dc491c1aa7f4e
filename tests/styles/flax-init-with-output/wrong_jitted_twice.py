"""Both passes are compiled, and are two all the same."""

import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    model = nn.Dense(int(features))
    variables = jax.jit(model.init)(jax.random.key(int(seed)), x)
    return {"y": jax.jit(model.apply)(variables, x), "kernel": variables["params"]["kernel"]}
