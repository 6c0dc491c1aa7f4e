"""`rngs.params` is the dispenser, not a key. It hands out a key when it is called: the parentheses are missing."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class LinearNoBias(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params, (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))

    def __call__(self, x):
        return x @ self.kernel


def linear_no_bias(seed, x, features):
    model = LinearNoBias(x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
