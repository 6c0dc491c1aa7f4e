"""The kernel is a local name of the constructor, and gone when that ends; `__call__` looks for an attribute
of the object and finds none. Assign the Param to an attribute: the name with `self.` in front."""

import jax
import jax.numpy as jnp
from flax import nnx


class LinearNoBias(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        kernel = nnx.Param(kernel / jnp.sqrt(in_features))

    def __call__(self, x):
        return x @ self.kernel


def linear_no_bias(seed, x, features):
    model = LinearNoBias(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    return model(x)
