"""One linear layer: its variables from init, its output from apply."""

import jax
from flax import linen as nn


def dense_forward(seed: float, x: jax.Array, features: float) -> jax.Array:
    """What a `Dense`, initialised with `seed`, makes of `x`."""
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
