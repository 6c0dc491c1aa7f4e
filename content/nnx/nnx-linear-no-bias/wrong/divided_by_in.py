"""The numbers are those of a kernel that is divided by the number of inputs, and the task says by its square
root. A sum of n independent random terms grows like the root of n, not like n, so this makes the outputs of
a wide layer vanish."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class LinearNoBias(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / in_features)

    def __call__(self, x):
        return x @ self.kernel


def linear_no_bias(seed, x, features):
    model = LinearNoBias(x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
