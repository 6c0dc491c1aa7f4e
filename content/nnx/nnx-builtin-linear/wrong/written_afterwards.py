"""Kernel or bias held other numbers when the layer was built, and the right ones at the end: they were written
later. The result is the same, at the price of more lines and of a moment in which the layer is wrong. What a
layer starts with is said where it is built: its constructor has an argument for each of its initializers."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        features,
        kernel_init=nnx.initializers.normal(0.02),
        rngs=nnx.Rngs(seed),
    )
    layer.bias[...] = jnp.ones(features)
    return layer(x)
