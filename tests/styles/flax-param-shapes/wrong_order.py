"""The length of the bias comes last."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    params = nn.Dense(int(features)).init(jax.random.key(int(seed)), x)["params"]
    total = sum(leaf.size for leaf in jax.tree.leaves(params))
    return jnp.array([*params["kernel"].shape, total, *params["bias"].shape])
