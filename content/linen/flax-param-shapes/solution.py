"""The shapes of a Dense's params, and how many numbers they hold."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed: int, x: jax.Array, features: int) -> jax.Array:
    """`[kernel rows, kernel columns, bias length, total]` of a `Dense` initialised on `x`."""
    params = nn.Dense(features).init(jax.random.key(seed), x)["params"]
    rows, columns = params["kernel"].shape
    (length,) = params["bias"].shape
    total = sum(leaf.size for leaf in jax.tree.leaves(params))
    return jnp.array([rows, columns, length, total])
