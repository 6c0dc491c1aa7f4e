"""A level was skipped: what `init` returned has one key only, the name of the collection, and the arrays are below.

Collections are kept apart because not everything in a model is trained. Go through "params" first, then by
the name of the array.
"""
# fact: has not _["params"]

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    variables = nn.Dense(features).init(jax.random.key(seed), x)
    rows, columns = variables["kernel"].shape
    total = sum(leaf.size for leaf in jax.tree.leaves(variables))
    return jnp.array([rows, columns, variables["bias"].shape[0], total])
