"""The module has a second parameter, and this layer is to have the kernel alone. A bias of zeros changes no
number today, but training would move it, and then it is another model. Leave it out; the next problem is
about the bias."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class LinearNoBias(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Param(jnp.zeros(features))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def linear_no_bias(seed, x, features):
    model = LinearNoBias(x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
