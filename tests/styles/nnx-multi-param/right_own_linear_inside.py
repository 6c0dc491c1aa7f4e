"""nnx.Linear holds kernel and bias, a model around it the count."""

import jax.numpy as jnp
from flax import nnx


class Model(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        self.linear = nnx.Linear(din, dout, kernel_init=nnx.initializers.normal(1 / jnp.sqrt(din)), rngs=rngs)
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        return self.linear(x)


def multi_param_forward(seed, x, features):
    return Model(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))(x)
