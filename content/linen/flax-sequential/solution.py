"""A two-layer network as a list of what is done to the data, one step after the other."""

import jax
from flax import linen as nn


def sequential_mlp(seed: int, x: jax.Array, hidden: int, features: int) -> jax.Array:
    """The network's output on `x` with fresh params, which are `layers_0` and `layers_2`."""
    model = nn.Sequential([nn.Dense(hidden), nn.relu, nn.Dense(features)])
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
