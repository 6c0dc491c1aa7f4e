"""Split, exchange, merge."""

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    graphdef, state = nnx.split(layer)
    state["bias"] = jnp.arange(float(features))
    layer = nnx.merge(graphdef, state)
    return layer(x)
