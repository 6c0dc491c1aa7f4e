"""The seed is a float when it arrives, and an `nnx.Rngs` wants a whole number. Cast it with `int` first, and
`features` too before it becomes part of a shape."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class DrawnLinear(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Param(jax.random.normal(rngs.params(), (features,)))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def linear_bias(seed, x, features):
    model = DrawnLinear(x.shape[1], int(features), rngs=nnx.Rngs(seed))
    return model(x)
