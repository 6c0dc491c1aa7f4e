"""Kernel and bias were drawn with the same key. That happens when the Rngs are built anew for each of them,
since fresh Rngs with the same seed start over at their first key, when one key is kept and used twice, or
when the two have streams of their own with the same seed. The bias then repeats numbers of the kernel. Build
the Rngs once, and ask them for a key at each draw."""

import jax
import jax.numpy as jnp
from flax import nnx


class DrawnLinear(nnx.Module):
    def __init__(self, in_features, features, *, seed):
        kernel = jax.random.normal(nnx.Rngs(seed).params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Param(jax.random.normal(nnx.Rngs(seed).params(), (features,)))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def linear_bias(seed, x, features):
    model = DrawnLinear(x.shape[1], int(features), seed=int(seed))
    return model(x)
