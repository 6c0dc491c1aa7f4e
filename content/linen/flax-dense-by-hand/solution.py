"""What a Dense computes, from its own arrays."""

import jax
from flax import linen as nn


def dense_by_hand(seed: int, x: jax.Array, features: int) -> jax.Array:
    """The output of a `Dense` initialised with `seed`, without calling it."""
    params = nn.Dense(features).init(jax.random.key(seed), x)["params"]
    return x @ params["kernel"] + params["bias"]
