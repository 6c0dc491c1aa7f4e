"""A Param of the learner's own kind is a Param."""

import jax.numpy as jnp
from flax import nnx


class Pinned(nnx.Param):
    pass


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    layer.kernel = Pinned(jnp.full_like(layer.kernel, replacement_value))
    return layer(x)
