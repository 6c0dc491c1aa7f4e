"""One linear layer: its variables from init, its output from apply."""

import jax
from flax import linen as nn


def dense_forward(seed: int, x: jax.Array, features: int) -> jax.Array:
    """What a `Dense`, initialised with `seed`, makes of `x`."""
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
