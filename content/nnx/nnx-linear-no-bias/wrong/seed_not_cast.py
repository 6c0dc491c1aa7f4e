"""The seed arrives as a float, and `nnx.Rngs` takes whole numbers (or keys) only. Cast it with `int` where you
build the Rngs. `features` needs the same before it goes into a shape."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class LinearNoBias(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))

    def __call__(self, x):
        return x @ self.kernel


def linear_no_bias(seed, x, features):
    model = LinearNoBias(x.shape[0], int(features), rngs=nnx.Rngs(seed))
    return model(x)
