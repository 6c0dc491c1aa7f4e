"""Surgery inside nnx.jit, which carries the change out."""

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))

    @nnx.jit
    def operate(layer, value):
        layer.kernel[...] = jnp.full_like(layer.kernel, value)

    operate(layer, replacement_value)
    return layer(x)
