"""The numbers are right, and the kernel does not have shape `(in, features)`. Flax keeps inputs first; code
that loads, prunes or compares weights relies on that."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class CountingLinear(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features)).T
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Param(jnp.zeros(features))
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        return self.kernel @ x + self.bias


def multi_param_forward(seed, x, features):
    model = CountingLinear(x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
