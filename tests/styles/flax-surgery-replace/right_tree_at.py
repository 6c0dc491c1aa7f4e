"""Leaves taken apart and put together; the kernel is the one with two axes."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    leaves, treedef = jax.tree.flatten(variables)
    leaves = [jnp.full_like(leaf, replacement_value) if leaf.ndim == 2 else leaf for leaf in leaves]
    return model.apply(jax.tree.unflatten(treedef, leaves), x)
