"""Zeros from NumPy in the Params."""

import jax
import numpy as np
from flax import nnx


class Model(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        self.kernel = nnx.Param(jax.random.normal(rngs.params(), (din, dout)) / np.sqrt(din))
        self.bias = nnx.Param(np.zeros(dout, np.float32))
        self.count = nnx.Variable(np.float32(0))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def multi_param_forward(seed, x, features):
    return Model(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))(x)
