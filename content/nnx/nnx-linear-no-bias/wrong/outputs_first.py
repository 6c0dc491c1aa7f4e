"""The kernel has shape `(features, in)`, as in PyTorch and many books. Flax keeps its kernels the other way
around, inputs first, and multiplies from the right. Code that loads or prunes weights relies on that."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class LinearNoBias(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (features, in_features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))

    def __call__(self, x):
        return self.kernel @ x


def linear_no_bias(seed, x, features):
    model = LinearNoBias(x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
