"""The new kernel has the shape (features, in), and an nnx.Linear keeps its kernel as (in, features).

The layer computes x @ kernel, so the inputs are the first axis; a PyTorch layer has them the other way
round. Take the shape from the kernel that is there, and there is nothing left to get wrong. (Writing with
[...] would have refused this shape at once; a new Param takes any.)"""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    layer.kernel = nnx.Param(jnp.full((features, x.shape[0]), replacement_value, jnp.float32))
    return layer(x)
