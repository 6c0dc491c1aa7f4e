"""The number of inputs was read from the wrong axis. `x` is a batch now: its first axis counts the examples,
and the last one the inputs of each. The kernel needs the latter."""

# fact: has _.shape[0]

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
    model = DrawnLinear(x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
