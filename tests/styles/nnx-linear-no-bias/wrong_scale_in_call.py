"""The scale is applied in the call, so the kernel holds other numbers."""

import jax
import jax.numpy as jnp
from flax import nnx


class Linear(nnx.Module):
    def __init__(self, n, m, *, rngs):
        self.kernel = nnx.Param(jax.random.normal(rngs.params(), (n, m)))

    def __call__(self, x):
        return x @ self.kernel / jnp.sqrt(x.shape[0])


def linear_no_bias(seed, x, features):
    return Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))(x)
