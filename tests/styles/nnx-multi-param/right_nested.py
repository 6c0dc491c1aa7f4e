"""kernel and bias in an inner module, the count in the outer one."""

import jax.numpy as jnp
from flax import nnx


class Affine(nnx.Module):
    def __init__(self, din, dout, rngs):
        init = nnx.initializers.variance_scaling(1.0, "fan_in", "normal")
        self.kernel = nnx.Param(init(rngs.params(), (din, dout)))
        self.bias = nnx.Param(nnx.initializers.zeros(rngs.params(), (dout,)))

    def __call__(self, x):
        return x @ self.kernel + self.bias


class Outer(nnx.Module):
    def __init__(self, din, dout, rngs):
        self.affine = Affine(din, dout, rngs)
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        return self.affine(x)


def multi_param_forward(seed, x, features):
    return Outer(x.shape[0], int(features), nnx.Rngs(int(seed)))(x)
