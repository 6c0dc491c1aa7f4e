"""A base class for the kernel."""

import jax
from flax import nnx


class NoBias(nnx.Module):
    def __init__(self, shape, rngs):
        self.kernel = nnx.Param(rngs.params.normal(shape) / shape[0] ** 0.5)

    def __call__(self, x):
        return x @ self.kernel


class WithBias(NoBias):
    def __init__(self, shape, rngs):
        super().__init__(shape, rngs)
        self.bias = nnx.Param(rngs.params.normal(shape[1:]))

    def __call__(self, x):
        return jax.lax.add(super().__call__(x), self.bias[...][None])


def linear_bias(seed, x, features):
    return WithBias((x.shape[1], int(features)), nnx.Rngs(params=int(seed)))(x)
