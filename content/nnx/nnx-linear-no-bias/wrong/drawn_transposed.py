"""The kernel is drawn with shape `(features, in)` and then turned around. The shape fits in the end, but the
random numbers were dealt out in another order, so each place holds another weight. Draw it as Flax keeps it,
inputs first, and no transpose is needed."""

# fact: has _.T

import jax
import jax.numpy as jnp
from flax import nnx


class LinearNoBias(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (features, in_features)).T
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))

    def __call__(self, x):
        return x @ self.kernel


def linear_no_bias(seed, x, features):
    model = LinearNoBias(x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
