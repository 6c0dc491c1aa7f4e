"""The key from a stream called params; the forward pass under nnx.jit."""

import jax.numpy as jnp
from flax import nnx


class Model(nnx.Module):
    def __init__(self, n, m, rngs):
        self.count = nnx.Variable(jnp.float32(0))
        self.kernel = nnx.Param(rngs.params.normal((n, m)) / jnp.sqrt(n))
        self.bias = nnx.Param(jnp.zeros((m,), jnp.float32))

    @nnx.jit
    def __call__(self, x):
        return self.bias + x @ self.kernel


def multi_param_forward(seed, x, features):
    return Model(x.shape[0], int(features), nnx.Rngs(params=int(seed)))(x)
