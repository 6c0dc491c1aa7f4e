"""`features` arrives as a float, and a shape needs whole numbers. Cast it with `int` where you build the layer."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(int(seed)))
    nnx.update(layer, {"bias": jnp.arange(features)})
    return layer(x)
