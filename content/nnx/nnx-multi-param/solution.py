"""A module whose three values have two roles: kernel and bias are trained, count is only kept."""

import jax
import jax.numpy as jnp
from flax import nnx


class CountingLinear(nnx.Module):
    """`x @ kernel + bias`, with a count beside them that is state and not a parameter."""

    def __init__(self, in_features: int, features: int, *, rngs: nnx.Rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Param(jnp.zeros(features))
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x: jax.Array) -> jax.Array:
        return x @ self.kernel + self.bias


def multi_param_forward(seed: int, x: jax.Array, features: int) -> jax.Array:
    """The output of a fresh `CountingLinear` on `x`, with shape `(features,)`."""
    model = CountingLinear(x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
