"""The kernel is a plain `nnx.Variable`. The output is right today, but training would never move it: `nnx.grad`
and the optimizer look for `nnx.Param`, and find only the bias. The weights of a layer are the very thing
that the type for parameters was made for."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class CountingLinear(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Variable(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Param(jnp.zeros(features))
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def multi_param_forward(seed, x, features):
    model = CountingLinear(x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
