"""Filtered State updated."""

import jax
import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    _, bias, _ = nnx.split(layer, nnx.PathContains("bias"), ...)
    nnx.update(layer, jax.tree.map(lambda a: jnp.arange(a.size, dtype=a.dtype), bias))
    return layer(x)
