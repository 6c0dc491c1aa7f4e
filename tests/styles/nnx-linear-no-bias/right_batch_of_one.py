"""Called on a batch of one; tensordot."""

import jax
import jax.numpy as jnp
from flax import nnx


class Linear(nnx.Module):
    def __init__(self, n, m, rngs):
        self.kernel = nnx.Param(jax.random.normal(rngs.params(), (n, m)) / n**0.5)

    def __call__(self, x):
        return jnp.tensordot(x, self.kernel[...], axes=1)


def linear_no_bias(seed, x, features):
    return Linear(x.size, int(features), nnx.Rngs(int(seed)))(x[None])[0]
