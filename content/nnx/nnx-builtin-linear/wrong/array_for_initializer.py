"""The layer was handed an array where it wants a function that makes one. It calls its initializers itself,
with the shape that it needs; give it one that makes ones of any shape."""

import jax.numpy as jnp
from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        int(features),
        kernel_init=nnx.initializers.normal(0.02),
        bias_init=jnp.ones(int(features)),
        rngs=nnx.Rngs(int(seed)),
    )
    return layer(x)
