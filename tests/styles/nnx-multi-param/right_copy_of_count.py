"""The count is a type of its own, and is read in the call."""

import jax
import jax.numpy as jnp
from flax import nnx


class Count(nnx.Variable):
    pass


class Model(nnx.Module):
    def __init__(self, n, m, rngs):
        self.kernel = nnx.Param(jax.random.normal(rngs.params(), (n, m)) * (1 / n) ** 0.5)
        self.bias = nnx.Param(jnp.zeros(m))
        self.count = Count(jnp.array(0.0))

    def __call__(self, x):
        print("calls so far:", self.count[...])
        return jnp.dot(x, self.kernel[...]) + self.bias[...]


def multi_param_forward(seed, x, features):
    return Model(x.shape[0], int(features), nnx.Rngs(int(seed)))(x)
