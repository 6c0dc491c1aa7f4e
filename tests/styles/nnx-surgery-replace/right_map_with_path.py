"""A map over the state that looks at the path."""

import jax
import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))

    def fill(path, leaf):
        return jnp.full_like(leaf, replacement_value) if "kernel" in jax.tree_util.keystr(path) else leaf

    graphdef, state = nnx.split(layer)
    return nnx.merge(graphdef, jax.tree_util.tree_map_with_path(fill, state))(x)
