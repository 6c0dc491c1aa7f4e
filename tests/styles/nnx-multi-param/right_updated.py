"""The values arrive by nnx.update."""

import jax
import jax.numpy as jnp
from flax import nnx


class Model(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        self.kernel = nnx.Param(jnp.ones((din, dout)))
        self.bias = nnx.Param(jnp.zeros(dout))
        self.count = nnx.Variable(jnp.array(0.0))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def multi_param_forward(seed, x, features):
    rngs = nnx.Rngs(int(seed))
    model = Model(x.shape[0], int(features), rngs=rngs)
    kernel = jax.random.normal(rngs.params(), (x.shape[0], int(features))) / jnp.sqrt(x.shape[0])
    nnx.update(model, {"kernel": kernel, "bias": jnp.zeros(int(features))})
    return model(x)
