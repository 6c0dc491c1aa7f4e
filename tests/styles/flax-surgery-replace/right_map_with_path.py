"""tree_map_with_path that looks at the last key."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)

    def fill(path, leaf):
        return jnp.full_like(leaf, replacement_value) if path[-1].key == "kernel" else leaf

    return model.apply(jax.tree_util.tree_map_with_path(fill, variables), x)
