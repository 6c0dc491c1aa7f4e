"""A base class for the kernel, a subclass for the rest."""

import jax.numpy as jnp
from flax import nnx


class NoBias(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        self.kernel = nnx.Param(rngs.params.normal((din, dout)) / jnp.sqrt(din))

    def __call__(self, x):
        return x @ self.kernel[...]


class WithBias(NoBias):
    def __init__(self, din, dout, *, rngs):
        super().__init__(din, dout, rngs=rngs)
        self.bias = nnx.Param(jnp.zeros((dout,)))
        self.count = nnx.Variable(jnp.zeros((), dtype=jnp.float32))

    def __call__(self, x):
        return super().__call__(x) + self.bias[...]


def multi_param_forward(seed, x, features):
    return WithBias(x.shape[-1], int(features), rngs=nnx.Rngs(int(seed)))(x)
