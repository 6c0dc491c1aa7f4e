"""The kernel is a Param, but the bias is a bare array and has lost its own wrapper.

Reading `layer.bias[...]` gives the array inside the Param; putting that under the same attribute leaves the
array alone there. The numbers stay right, and no optimizer would find the bias any more. A part that is to
stay as it is does not have to be touched."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    bias = layer.bias[...]
    layer.kernel = nnx.Param(jnp.full_like(layer.kernel, replacement_value))
    layer.bias = bias
    return layer(x)
