"""Rows and columns are swapped.

A Dense keeps its kernel as (in, features), a row for each input, so that `x @ kernel` works without a transpose. Some
other libraries store it the other way round. Take the two numbers in the order in which `shape` has them.
"""
# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    params = nn.Dense(features).init(jax.random.key(seed), x)["params"]
    columns, rows = params["kernel"].shape
    total = sum(leaf.size for leaf in jax.tree.leaves(params))
    return jnp.array([rows, columns, params["bias"].shape[0], total])
