"""A Dense was initialised, and the numbers come from a formula beside it: they would be the same if `init` had
returned other arrays. For one Dense the formula is easy, for a model of ten layers it is not. Read the shapes from
the arrays."""
# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    nn.Dense(features).init(jax.random.key(seed), x)
    rows, columns = x.shape[1], features
    return jnp.array([rows, columns, columns, rows * columns + columns])
