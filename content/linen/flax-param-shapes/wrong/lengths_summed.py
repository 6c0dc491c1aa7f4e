"""The total adds up the first axes of the arrays only: `len` of an array is how many rows it has.

For the bias that is all of it, for the kernel it is one column's worth. What counts every number is the `size`.
"""
# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    params = nn.Dense(features).init(jax.random.key(seed), x)["params"]
    kernel, bias = params["kernel"], params["bias"]
    return jnp.array([*kernel.shape, len(bias), sum(len(leaf) for leaf in jax.tree.leaves(params))])
