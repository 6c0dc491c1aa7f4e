"""The module has the right `kernel`, and the output does not depend on it: it is computed with something else,
a copy of the array perhaps, or a formula outside of the module. Training would change the Param, and the
output would stay as it is. Let the forward pass use the very attribute that holds the parameter."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class LinearNoBias(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.copy = kernel / jnp.sqrt(in_features)
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))

    def __call__(self, x):
        return x @ self.copy


def linear_no_bias(seed, x, features):
    model = LinearNoBias(x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
