"""The numbers are right, and their dtype is float32. Sizes are whole numbers: keep them Python ints until the array is
made. One float among them, such as the mean or a product with `1.0`, makes every number a float."""
# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    params = nn.Dense(features).init(jax.random.key(seed), x)["params"]
    total = sum(leaf.size for leaf in jax.tree.leaves(params))
    return jnp.array([*params["kernel"].shape, features, total * 1.0])
