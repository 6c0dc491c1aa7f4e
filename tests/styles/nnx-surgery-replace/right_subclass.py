"""A subclass that operates on itself in its constructor."""

import jax.numpy as jnp
from flax import nnx


class Filled(nnx.Linear):
    def __init__(self, n_in, n_out, *, value, rngs):
        super().__init__(n_in, n_out, rngs=rngs)
        self.kernel = nnx.Param(jnp.full_like(self.kernel[...], value))


def replace_kernel(seed, x, features, replacement_value):
    rngs = nnx.Rngs(int(seed))
    return Filled(x.shape[0], int(features), value=replacement_value, rngs=rngs)(x)
