"""The layer was built and its kernel replaced, and the answer does not come out of a call of it: it was
computed beside it.

By hand the bias is easily left out, and another type of layer would need another formula. Once the kernel
holds the right numbers the layer itself can do the arithmetic, bias included, so let it."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    layer.kernel[...] = jnp.full_like(layer.kernel, replacement_value)
    return x @ layer.kernel[...]
