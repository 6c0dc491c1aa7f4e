"""The layer that gave the answer still holds its old kernel: the new numbers never reached it.

A name that is bound to another array, the result of a map that is not kept, a clone, a misspelt attribute:
each would hold the new kernel beside the layer. The numbers must be written into the layer that is applied,
so its own kernel stands on the left of the equals sign, with the brackets."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    kernel = layer.kernel[...]
    kernel = jnp.full_like(kernel, replacement_value)
    return layer(x)
