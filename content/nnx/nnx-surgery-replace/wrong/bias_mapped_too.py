"""The map went over the whole layer and filled the bias as well, so each output is too large by the value.

A module is a tree, and a Linear is one with two leaves. jax.tree.map hands every leaf to the function and
does not say which it is. Change the kernel alone, by its name, or use a map that is told the path."""

# fact: has jax.tree.map(_, layer)

import jax
import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    layer = jax.tree.map(lambda leaf: jnp.full_like(leaf, replacement_value), layer)
    return layer(x)
