"""The first two numbers are the shape of the layer's output, not that of its kernel.

The output has a row for each row of the batch. The kernel knows nothing of the batch: its rows are the inputs.
Read them from the array in the params.
"""
# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed), x)
    y = model.apply(variables, x)
    total = sum(leaf.size for leaf in jax.tree.leaves(variables))
    return jnp.array([*y.shape, variables["params"]["bias"].shape[0], total])
