"""The kernel is made anew with another seed."""

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed) + 1))
    layer.bias[...] = jnp.arange(int(features))
    return layer(x)
