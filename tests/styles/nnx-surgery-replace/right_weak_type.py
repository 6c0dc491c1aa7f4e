"""A weak-typed leaf, and a NumPy one, are old habits and not mistakes."""

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    layer.kernel.set_value(jnp.full(layer.kernel.shape, replacement_value))
    return layer(x)
