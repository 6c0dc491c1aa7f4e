"""The numbers are those of a bias that is divided by the square root of the number of inputs as well. That
factor belongs to the kernel, where it keeps a sum of many terms in bounds; the bias is added once, and is
drawn as it is."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class DrawnLinear(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Param(jax.random.normal(rngs.params(), (features,)) / jnp.sqrt(in_features))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def linear_bias(seed, x, features):
    model = DrawnLinear(x.shape[1], features, rngs=nnx.Rngs(seed))
    return model(x)
