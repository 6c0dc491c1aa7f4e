"""The numbers are those of a kernel and a bias that were drawn with the same key. The bias then repeats numbers
of the kernel. Fresh Rngs with the same seed start over at their first key, and a key that is kept does not
change. Build the Rngs once, and ask them for a key at each draw."""

# fact: checks

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
    model = DrawnLinear(x.shape[1], features, seed=seed)
    return model(x)
