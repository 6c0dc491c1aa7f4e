"""A linear layer whose kernel and bias are drawn with two keys of one Rngs."""

import jax
import jax.numpy as jnp
from flax import nnx


class DrawnLinear(nnx.Module):
    """`x @ kernel + bias`, for a vector or for a batch of rows."""

    def __init__(self, in_features: int, features: int, *, rngs: nnx.Rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Param(jax.random.normal(rngs.params(), (features,)))

    def __call__(self, x: jax.Array) -> jax.Array:
        return x @ self.kernel + self.bias


def linear_bias(seed: int, x: jax.Array, features: int) -> jax.Array:
    """The output of a fresh `DrawnLinear` on the rows of `x`, with shape `(n, features)`."""
    model = DrawnLinear(x.shape[1], features, rngs=nnx.Rngs(seed))
    return model(x)
