"""The bias was filled as well as the kernel, so each output is too large by the value.

A map over a whole layer (or its whole state) visits every leaf, and a Linear has two of them. Only the
kernel is to be replaced: name it, or let the map look at the path before it changes a leaf."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    nnx.update(layer, jax.tree.map(lambda leaf: jnp.full_like(leaf, replacement_value), nnx.state(layer)))
    return layer(x)
