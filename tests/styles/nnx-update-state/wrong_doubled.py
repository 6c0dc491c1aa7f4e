"""The numbers are doubled."""

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    nnx.update(layer, {"bias": 2.0 * jnp.arange(features)})
    return layer(x)
