"""The layer's own parameters, multiplied by hand, row by row."""

import jax
from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        int(features),
        kernel_init=nnx.initializers.normal(0.02),
        bias_init=nnx.initializers.ones,
        rngs=nnx.Rngs(int(seed)),
    )
    return jax.vmap(lambda row: row @ layer.kernel + layer.bias)(x)
