"""What a Dense computes, from its own arrays."""

import jax
from flax import linen as nn


def dense_by_hand(seed: float, x: jax.Array, features: float) -> jax.Array:
    """The output of a `Dense` initialised with `seed`, without calling it."""
    params = nn.Dense(int(features)).init(jax.random.key(int(seed)), x)["params"]
    return x @ params["kernel"] + params["bias"]
