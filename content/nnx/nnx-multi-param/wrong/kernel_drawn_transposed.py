"""The kernel is drawn as `(features, in)` and turned around afterwards. The shape fits, but the random numbers
were dealt out in another order, so other weights end up in each place. NNX keeps kernels as `(in,
features)`, inputs first: draw it that way, and no transpose is needed."""

# fact: has _.T

import jax
import jax.numpy as jnp
from flax import nnx


class CountingLinear(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (features, in_features)).T
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Param(jnp.zeros(features))
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def multi_param_forward(seed, x, features):
    model = CountingLinear(x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
