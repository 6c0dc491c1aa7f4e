"""`init` returns plain dicts, and a dict has keys, not attributes. Write brackets with the name as a string in
them."""
# fact: has _.params

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    variables = nn.Dense(features).init(jax.random.key(seed), x)
    rows, columns = variables.params.kernel.shape
    total = sum(leaf.size for leaf in jax.tree.leaves(variables))
    return jnp.array([rows, columns, columns, total])
