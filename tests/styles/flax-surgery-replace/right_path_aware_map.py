"""traverse_util.path_aware_map."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import traverse_util


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    patched = traverse_util.path_aware_map(
        lambda path, leaf: jnp.full_like(leaf, replacement_value) if path[-1] == "kernel" else leaf, variables
    )
    return model.apply(patched, x)
