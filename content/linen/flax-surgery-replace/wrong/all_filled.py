"""The bias was filled as well as the kernel, so each output is too large by the value.

A map over the tree visits every leaf, and a Dense has two of them. Only the kernel is to be replaced: name it,
or use a map that is told the path of each leaf.
"""
# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed), x)
    params = variables["params"]
    filled = jax.tree.map(lambda leaf: jnp.full_like(leaf, replacement_value), params)
    return model.apply({"params": filled}, x)
