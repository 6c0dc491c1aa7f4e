"""What is below "params" is a plain dict as well, and a dict has keys, not attributes. Write brackets with the name
of the array as a string in them."""
# fact: has _.kernel

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    params = nn.Dense(features).init(jax.random.key(seed), x)["params"]
    rows, columns = params.kernel.shape
    total = sum(leaf.size for leaf in jax.tree.leaves(params))
    return jnp.array([rows, columns, params.bias.size, total])
