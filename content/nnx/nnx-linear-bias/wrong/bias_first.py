"""The numbers are those of a bias that got the first key, and of a kernel that got the second. Both are fine
draws, and still this is another model: the keys go out in the order in which the statements run, whatever
the attributes are called. Draw the kernel first."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class DrawnLinear(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        self.bias = nnx.Param(jax.random.normal(rngs.params(), (features,)))
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def linear_bias(seed, x, features):
    model = DrawnLinear(x.shape[1], features, rngs=nnx.Rngs(seed))
    return model(x)
