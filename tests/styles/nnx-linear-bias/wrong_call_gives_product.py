"""The call leaves the bias out, and the function adds it."""

import jax
import jax.numpy as jnp
from flax import nnx


class DrawnLinear(nnx.Module):
    def __init__(self, n, m, *, rngs):
        self.kernel = nnx.Param(jax.random.normal(rngs.params(), (n, m)) / jnp.sqrt(n))
        self.bias = nnx.Param(jax.random.normal(rngs.params(), (m,)))

    def __call__(self, x):
        return x @ self.kernel


def linear_bias(seed, x, features):
    model = DrawnLinear(x.shape[1], int(features), rngs=nnx.Rngs(int(seed)))
    return model(x) + model.bias
