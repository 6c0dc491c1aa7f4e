"""The kernel is a bare array. The numbers are right, since a bare array multiplies as well as any; but nothing
marks it as something to be learned, so `nnx.state(model, nnx.Param)` does not find it and no optimizer will
ever change it. Put it into the box for parameters before you give it to `self`. What a formula makes of such
a box is an array again: divide first, and box the result."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class LinearNoBias(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = kernel / jnp.sqrt(in_features)

    def __call__(self, x):
        return x @ self.kernel


def linear_no_bias(seed, x, features):
    model = LinearNoBias(x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
