"""apply may make params, too, when they are mutable."""

import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    model = nn.Dense(int(features))
    rngs = {"params": jax.random.key(int(seed))}
    y, variables = model.apply({}, x, rngs=rngs, mutable=["params"])
    return {"y": y, "kernel": variables["params"]["kernel"]}
