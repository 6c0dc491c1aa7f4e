"""An empty module is cloned, and the clone is given the weights."""

import jax
import jax.numpy as jnp
from flax import nnx


class Model(nnx.Module):
    def __init__(self, size, features):
        self.kernel = nnx.Param(jnp.zeros((size, features)))

    def __call__(self, x):
        return x @ self.kernel[...]


def linear_no_bias(seed, x, features):
    rngs = nnx.Rngs(int(seed))
    empty = Model(x.shape[0], int(features))
    model = nnx.clone(empty)
    weights = jax.random.normal(rngs.params(), empty.kernel.shape) / jnp.sqrt(x.shape[0])
    nnx.update(model, {"kernel": weights})
    return model(x)
