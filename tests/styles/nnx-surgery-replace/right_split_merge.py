"""Split, an edited state, merge."""

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    graphdef, state = nnx.split(layer)
    state["kernel"] = state["kernel"].replace(jnp.full_like(state["kernel"][...], replacement_value))
    return nnx.merge(graphdef, state)(x)
