"""The layer was called, and the output does not depend on its bias: it was taken off again. While it is all
zeros the numbers cannot tell.

Return what the layer gives, bias included."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    layer.kernel[...] = jnp.full_like(layer.kernel, replacement_value)
    return layer(x) - layer.bias
