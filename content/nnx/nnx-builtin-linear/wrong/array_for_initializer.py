"""`bias_init` was given an array, and it takes a function that makes one. The layer calls its initializers
itself, with the shape that it needs; give it one that makes ones of any shape."""

# fact: has nnx.Linear(..., bias_init=jnp.ones(...))

import jax.numpy as jnp
from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        features,
        kernel_init=nnx.initializers.normal(0.02),
        bias_init=jnp.ones(features),
        rngs=nnx.Rngs(seed),
    )
    return layer(x)
