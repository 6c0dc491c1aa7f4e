"""jax.tree.map_with_path and the path as text."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    patched = jax.tree.map_with_path(
        lambda path, leaf: jnp.full_like(leaf, replacement_value) if "kernel" in str(path) else leaf, variables
    )
    return model.apply(patched, x)
