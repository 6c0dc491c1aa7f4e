"""nnx.update with an edited state."""

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    state = nnx.state(layer, nnx.Param)
    state["kernel"] = nnx.Param(jnp.full_like(state["kernel"][...], replacement_value))
    nnx.update(layer, state)
    return layer(x)
