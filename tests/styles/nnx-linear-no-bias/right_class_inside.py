"""The class stands in the function; the value is read with .value."""

import jax
import jax.numpy as jnp
from flax import nnx


def linear_no_bias(seed, x, features):
    class Model(nnx.Module):
        def __init__(self, rngs):
            self.kernel = nnx.Param(jax.random.normal(rngs.params(), (x.shape[0], int(features))))
            self.kernel.value = self.kernel.value / jnp.sqrt(x.shape[0])

        def __call__(self, inputs):
            return jnp.einsum("i,io->o", inputs, self.kernel.value)

    return Model(nnx.Rngs(int(seed)))(x)
