"""replace_by_pure_dict, then update."""

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    state = nnx.state(layer)
    nnx.replace_by_pure_dict(state, {"bias": jnp.arange(float(features))})
    nnx.update(layer, state)
    return layer(x)
