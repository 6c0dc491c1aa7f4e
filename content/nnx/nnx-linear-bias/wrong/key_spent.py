"""The numbers are those of the second and the third key: the first one was handed out before and went
elsewhere. A draw that is made to have a look counts as well. Call `rngs.params()` once for the kernel and
once for the bias."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class DrawnLinear(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        rngs.params()
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Param(jax.random.normal(rngs.params(), (features,)))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def linear_bias(seed, x, features):
    model = DrawnLinear(x.shape[1], features, rngs=nnx.Rngs(seed))
    return model(x)
