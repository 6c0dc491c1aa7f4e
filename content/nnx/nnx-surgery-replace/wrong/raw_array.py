"""The kernel is a bare array at the end, and the nnx.Param that stood there is gone.

The forward pass does not mind, so the numbers are right. But the type of the wrapper is what tells nnx.state
and an optimizer that this is a weight: from now on it would not be trained, without a word. Put the numbers
into the Param that is there, or wrap them in a new one."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    layer.kernel = jnp.full_like(layer.kernel, replacement_value)
    return layer(x)
