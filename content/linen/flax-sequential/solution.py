"""A two-layer network as a list of what is done to the data, one step after the other."""

import jax
from flax import linen as nn


def sequential_mlp(seed: float, x: jax.Array, hidden: float, features: float) -> jax.Array:
    """The network's output on `x` with fresh params, which are `layers_0` and `layers_2`."""
    model = nn.Sequential([nn.Dense(int(hidden)), nn.relu, nn.Dense(int(features))])
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
