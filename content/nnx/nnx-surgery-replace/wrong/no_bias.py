"""The layer was built without a bias, and the task keeps the bias that a Linear comes with.

While the bias is all zeros the numbers do not show the difference, but the layer has one weight less:
it can never learn an offset. Build it as the task says, and leave its bias as it is."""

# fact: has nnx.Linear(..., use_bias=False)

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], features, use_bias=False, rngs=nnx.Rngs(seed))
    layer.kernel[...] = jnp.full_like(layer.kernel, replacement_value)
    return layer(x)
