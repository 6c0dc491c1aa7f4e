"""The State of a donor."""

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    donor = nnx.Linear(x.shape[0], int(features), bias_init=nnx.initializers.ones, rngs=nnx.Rngs(1))
    donor.bias[...] = jnp.cumsum(donor.bias[...]) - 1
    nnx.update(layer, nnx.state(donor, nnx.PathContains("bias")))
    return layer(x)
