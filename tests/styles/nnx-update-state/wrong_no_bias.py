"""A layer without a bias, and numbers added."""

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), use_bias=False, rngs=nnx.Rngs(int(seed)))
    return layer(x) + jnp.arange(features)
