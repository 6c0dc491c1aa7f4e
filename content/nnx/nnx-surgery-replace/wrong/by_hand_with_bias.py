"""The kernel is replaced, and the answer does not come out of a call of the layer: it was computed beside it.

Another type of layer would need another formula. The layer can do its own arithmetic: call it."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    layer.kernel[...] = jnp.full_like(layer.kernel, replacement_value)
    return x @ layer.kernel + layer.bias
