"""An NNX module has no `setup`: that is Linen's way. Nothing calls this method, so the attributes that it makes
are not there. Make them in `__init__`, which runs when the module is built."""

# fact: has def setup
# fact: has not def __init__

import jax
import jax.numpy as jnp
from flax import nnx


class LinearNoBias(nnx.Module):
    def setup(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))

    def __call__(self, x):
        return x @ self.kernel


def linear_no_bias(seed, x, features):
    model = LinearNoBias()
    return model(x)
