"""The same functions from jax.nn."""

import jax
from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        int(features),
        kernel_init=jax.nn.initializers.normal(0.02),
        bias_init=jax.nn.initializers.ones,
        rngs=nnx.Rngs(int(seed)),
    )
    return layer(x)
