"""The numbers are right, and no `nnx.Rngs` was built with the seed that your function is given.

Of the layer's own draw nothing is left in the end, so no number shows it. The task builds the layer with
this seed."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(7919))
    layer.kernel[...] = jnp.full_like(layer.kernel, replacement_value)
    return layer(x)
