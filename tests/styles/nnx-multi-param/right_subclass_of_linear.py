"""A subclass of nnx.Linear, with the task's initialiser and a count."""

import jax.numpy as jnp
from flax import nnx


class Model(nnx.Linear):
    def __init__(self, din, dout, *, rngs):
        super().__init__(din, dout, kernel_init=nnx.initializers.normal(stddev=din**-0.5), rngs=rngs)
        self.count = nnx.Variable(jnp.zeros(()))


def multi_param_forward(seed, x, features):
    return Model(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))(x)
