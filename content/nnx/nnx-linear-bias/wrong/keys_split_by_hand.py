"""The two keys were made with `jax.random.split` from a single one. Splitting is how keys are made in plain
JAX, but the results are not those that the Rngs hand out. Ask the Rngs for both keys, one call for each
draw."""

# fact: has jax.random.split(...)

import jax
import jax.numpy as jnp
from flax import nnx


class DrawnLinear(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        first, second = jax.random.split(rngs.params())
        kernel = jax.random.normal(first, (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Param(jax.random.normal(second, (features,)))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def linear_bias(seed, x, features):
    model = DrawnLinear(x.shape[1], features, rngs=nnx.Rngs(seed))
    return model(x)
