"""The total is a tree: `jax.tree.map` returns one number for each array, in a dict like that of the params. Add up the
leaves of the tree to get one number."""
# fact: has jax.tree.map(...)

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    params = nn.Dense(features).init(jax.random.key(seed), x)["params"]
    rows, columns = params["kernel"].shape
    total = jax.tree.map(jnp.size, params)
    return jnp.array([rows, columns, params["bias"].size, total])
