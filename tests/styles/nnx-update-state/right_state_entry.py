"""The entry of a State is replaced, and the State handed over."""

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    state = nnx.state(layer)
    state["bias"] = jnp.arange(int(features)).astype(jnp.float32)
    nnx.update(layer, state)
    return layer(x)
