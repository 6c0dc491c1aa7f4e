"""np.dot on the held Params."""

import jax
import jax.numpy as jnp
import numpy as np
from flax import nnx


class Layer(nnx.Module):
    def __init__(self, din, dout, rngs):
        self.kernel = nnx.Param(jax.random.normal(rngs.params(), (din, dout)) / jnp.sqrt(din))
        self.bias = nnx.Param(jax.random.normal(rngs.params(), (dout,)))

    def __call__(self, x):
        return jnp.asarray(np.dot(x, self.kernel[...]) + np.asarray(self.bias[...]))


def linear_bias(seed, x, features):
    return Layer(x.shape[1], int(features), nnx.Rngs(int(seed)))(x)
