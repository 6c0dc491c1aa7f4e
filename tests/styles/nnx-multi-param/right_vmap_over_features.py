"""One feature at a time, by vmap over the columns of the kernel."""

import jax
import jax.numpy as jnp
from flax import nnx


class Model(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        self.kernel = nnx.Param(jax.random.normal(rngs.params(), (din, dout)) / jnp.sqrt(din))
        self.bias = nnx.Param(jnp.zeros(dout))
        self.count = nnx.Variable(jnp.array(0.0))

    def __call__(self, x):
        return jax.vmap(lambda column, b: jnp.sum(x * column) + b, in_axes=(1, 0))(self.kernel[...], self.bias[...])


def multi_param_forward(seed, x, features):
    return Model(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))(x)
