"""The state is edited by nnx.map_state."""

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    state = nnx.map_state(
        lambda path, leaf: leaf.replace(jnp.full_like(leaf[...], replacement_value)) if "kernel" in path else leaf,
        nnx.state(layer),
    )
    nnx.update(layer, state)
    return layer(x)
