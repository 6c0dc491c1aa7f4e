"""`features` arrives as a float, and the size of a layer has to be a whole number: cast it with `int`.

The error comes late, from `init`, because that is where the layer tries to make a kernel of this size.
"""
# fact: has not int(features)

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    params = nn.Dense(features).init(jax.random.key(int(seed)), x)["params"]
    rows, columns = params["kernel"].shape
    total = sum(leaf.size for leaf in jax.tree.leaves(params))
    return jnp.array([rows, columns, columns, total])
