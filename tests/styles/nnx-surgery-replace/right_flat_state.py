"""Over the flat state."""

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    state = nnx.to_flat_state(nnx.state(layer))
    new = [
        (path, leaf.replace(jnp.full_like(leaf[...], replacement_value)) if path[-1] == "kernel" else leaf)
        for path, leaf in state
    ]
    nnx.update(layer, nnx.from_flat_state(new))
    return layer(x)
