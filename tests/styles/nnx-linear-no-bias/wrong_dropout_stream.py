"""A stream that was never made: without a default it is an error."""

import jax
import jax.numpy as jnp
from flax import nnx


class LinearNoBias(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.kernel(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))

    def __call__(self, x):
        return x @ self.kernel


def linear_no_bias(seed, x, features):
    model = LinearNoBias(x.shape[0], int(features), rngs=nnx.Rngs(params=int(seed)))
    return model(x)
