"""The numbers are right, and their dtype is float32. Sizes are whole numbers: keep them Python ints until the
array is made, and do not mix a float such as the uncast `features` in, or every number becomes a float."""
# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    params = nn.Dense(int(features)).init(jax.random.key(int(seed)), x)["params"]
    total = sum(leaf.size for leaf in jax.tree.leaves(params))
    return jnp.array([*params["kernel"].shape, features, total])
