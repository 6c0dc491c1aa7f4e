"""The seed arrives as a float, and `nnx.Rngs` takes whole numbers (or keys) only. Cast it with `int` on the way
in. The same goes for `features`, since a shape must consist of integers."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class CountingLinear(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Param(jnp.zeros(features))
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def multi_param_forward(seed, x, features):
    model = CountingLinear(x.shape[0], int(features), rngs=nnx.Rngs(seed))
    return model(x)
