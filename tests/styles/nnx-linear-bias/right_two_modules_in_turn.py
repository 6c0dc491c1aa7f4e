"""The two modules are called in turn, without a third around them."""

import jax
import jax.numpy as jnp
from flax import nnx


class Times(nnx.Module):
    def __init__(self, key, shape):
        self.kernel = nnx.Param(jax.random.normal(key, shape) * shape[0] ** -0.5)

    def __call__(self, x):
        return jnp.matmul(x, self.kernel)


class Plus(nnx.Module):
    def __init__(self, key, size):
        self.bias = nnx.Param(jax.random.normal(key, (size,)))

    def __call__(self, x):
        return x + self.bias


def linear_bias(seed, x, features):
    rngs = nnx.Rngs(int(seed))
    times = Times(rngs.params(), (x.shape[1], int(features)))
    plus = Plus(rngs.params(), int(features))
    return plus(times(x))
