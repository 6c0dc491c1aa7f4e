"""The new numbers have the shape (features, in), and the kernel of an nnx.Linear has (in, features).

Writing into the Param with [...] keeps its shape, so an array that does not fit is refused. The layer
computes x @ kernel: the inputs come first. Take the shape from the kernel that is there."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    layer.kernel[...] = jnp.full((features, x.shape[0]), replacement_value)
    return layer(x)
