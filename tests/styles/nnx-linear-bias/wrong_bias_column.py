"""The bias is a column."""

import jax
import jax.numpy as jnp
from flax import nnx


class DrawnLinear(nnx.Module):
    def __init__(self, n, m, *, rngs):
        self.kernel = nnx.Param(jax.random.normal(rngs.params(), (n, m)) / jnp.sqrt(n))
        self.bias = nnx.Param(jax.random.normal(rngs.params(), (m, 1)))

    def __call__(self, x):
        return x @ self.kernel + self.bias[...].T


def linear_bias(seed, x, features):
    return DrawnLinear(x.shape[1], int(features), rngs=nnx.Rngs(int(seed)))(x)
