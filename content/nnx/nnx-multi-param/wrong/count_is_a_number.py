"""The count is a plain Python value. Flax takes such an attribute for configuration: it is part of the module's
structure and not of its state, so `nnx.state` does not show it, and `nnx.jit` compiles again for every new
value. The task asks for a wrapper, one that is not for parameters."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class CountingLinear(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Param(jnp.zeros(features))
        self.count = 0.0

    def __call__(self, x):
        return x @ self.kernel + self.bias


def multi_param_forward(seed, x, features):
    model = CountingLinear(x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
