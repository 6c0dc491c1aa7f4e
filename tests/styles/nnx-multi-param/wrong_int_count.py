"""The count is the whole number 0."""

import jax
import jax.numpy as jnp
from flax import nnx


class Model(nnx.Module):
    def __init__(self, n, m, rngs):
        self.kernel = nnx.Param(jax.random.normal(rngs.params(), (n, m)) / jnp.sqrt(n))
        self.bias = nnx.Param(jnp.zeros(m))
        self.count = nnx.Variable(0)

    def __call__(self, x):
        return x @ self.kernel + self.bias


def multi_param_forward(seed, x, features):
    return Model(x.shape[0], int(features), nnx.Rngs(int(seed)))(x)
