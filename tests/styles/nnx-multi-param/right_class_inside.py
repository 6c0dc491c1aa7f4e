"""The class is defined inside the function and takes everything from there."""

import jax
import jax.numpy as jnp
from flax import nnx


def multi_param_forward(seed, x, features):
    din, dout = x.size, int(features)

    class Model(nnx.Module):
        def __init__(self, rngs):
            self.count = nnx.Variable(jnp.zeros((), jnp.float32))
            self.bias = nnx.Param(jnp.zeros((dout,)))
            self.kernel = nnx.Param(jax.random.normal(rngs.params(), (din, dout)) * din**-0.5)

        def __call__(self, inputs):
            return jnp.dot(inputs, self.kernel[...]) + self.bias[...]

    return Model(nnx.Rngs(int(seed)))(x)
