"""The leaves were told apart by their position, and the first one is the bias, not the kernel.

`jax.tree.leaves` goes by sorted names, whatever order the arrays were made in. An array of one axis
cannot be taken apart into two numbers. Ask for each array by its name.
"""
# fact: has (_, _) = jax.tree.leaves(...)

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    variables = nn.Dense(features).init(jax.random.key(seed), x)
    kernel, bias = jax.tree.leaves(variables)
    rows, columns = kernel.shape
    return jnp.array([rows, columns, bias.size, kernel.size + bias.size])
