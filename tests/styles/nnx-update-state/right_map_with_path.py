"""A map with the path."""

import jax
import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    state = jax.tree.map_with_path(
        lambda path, a: jnp.arange(float(features)) if "bias" in jax.tree_util.keystr(path) else a, nnx.state(layer)
    )
    nnx.update(layer, state)
    return layer(x)
