"""The numbers are those of a kernel that is divided by the square root of the number of features. What counts
is how many terms each output sums up, and that is the number of inputs: the first axis of a kernel of shape
`(in, features)`."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class CountingLinear(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(features))
        self.bias = nnx.Param(jnp.zeros(features))
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def multi_param_forward(seed, x, features):
    model = CountingLinear(x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
