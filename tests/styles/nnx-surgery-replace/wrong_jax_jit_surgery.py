"""Surgery under jax.jit is lost."""

import jax
import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))

    @jax.jit
    def operate(layer):
        layer.kernel[...] = jnp.full_like(layer.kernel, replacement_value)

    operate(layer)
    return layer(x)
