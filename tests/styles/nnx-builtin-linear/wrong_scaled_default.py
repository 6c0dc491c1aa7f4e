"""The default kernel, scaled."""

import jax.numpy as jnp
from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        int(features),
        bias_init=nnx.initializers.ones,
        rngs=nnx.Rngs(int(seed)),
    )
    layer.kernel[...] *= 0.02 * jnp.sqrt(x.shape[1])
    return layer(x)
