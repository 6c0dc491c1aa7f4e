"""The kernel was filled, and the output is that of the old kernel: the layer was applied first and operated on
afterwards.

A module has no memory of what it was asked before: the result of a call is fixed when the call returns, and
a later change of the kernel does not reach it. Replace first, then apply."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    y = layer(x)
    layer.kernel[...] = jnp.full_like(layer.kernel, replacement_value)
    return y
