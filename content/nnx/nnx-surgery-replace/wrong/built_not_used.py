"""The layer was built and its kernel replaced, but the answer was computed beside it.

The returned numbers do not depend on the layer: with another bias in it they would be the same. Once
the kernel holds the right numbers the layer itself can do the arithmetic, bias included, so let it.
"""

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    layer.kernel[...] = jnp.full_like(layer.kernel, replacement_value)
    return x @ layer.kernel[...]
