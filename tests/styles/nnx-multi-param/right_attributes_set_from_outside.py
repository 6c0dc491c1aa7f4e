"""An empty module that is given its variables afterwards."""

import jax
import jax.numpy as jnp
from flax import nnx


class Model(nnx.Module):
    def __call__(self, x):
        return x @ self.kernel + self.bias


def multi_param_forward(seed, x, features):
    rngs = nnx.Rngs(int(seed))
    model = Model()
    model.kernel = nnx.Param(jax.random.normal(rngs.params(), (x.shape[0], int(features))) / x.shape[0] ** 0.5)
    model.bias = nnx.Param(jnp.zeros(int(features)))
    model.count = nnx.Variable(jnp.zeros(()))
    return model(x)
