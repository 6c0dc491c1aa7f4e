"""The numbers were added to the output, and the layer still has its old bias. The result is the same this one
time; the next caller of the layer does not get it. Put them into the bias, and let the layer add it."""

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    return layer(x) + jnp.arange(features)
