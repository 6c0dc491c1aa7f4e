"""The layer is right, and what is returned comes from a second layer that was built like it."""

import jax.numpy as jnp
from flax import nnx


class Mine(nnx.Module):
    def __init__(self, n, m, rngs):
        self.kernel = nnx.Param(nnx.initializers.normal(0.02)(rngs.params(), (n, m)))
        self.bias = nnx.Param(jnp.ones(m))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def builtin_linear(seed, x, features):
    n, m = x.shape[1], int(features)
    normal, ones = nnx.initializers.normal(0.02), nnx.initializers.ones
    nnx.Linear(n, m, kernel_init=normal, bias_init=ones, rngs=nnx.Rngs(int(seed)))
    return Mine(n, m, nnx.Rngs(int(seed)))(x)
