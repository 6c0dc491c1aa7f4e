"""One key for both."""

import jax
import jax.numpy as jnp
from flax import nnx


class DrawnLinear(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        key = rngs.params()
        kernel = jax.random.normal(key, (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Param(jax.random.normal(key, (features,)))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def linear_bias(seed, x, features):
    model = DrawnLinear(x.shape[1], int(features), rngs=nnx.Rngs(int(seed)))
    return model(x)
