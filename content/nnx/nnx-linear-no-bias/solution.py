"""A linear layer without a bias, written from scratch."""

import jax
import jax.numpy as jnp
from flax import nnx


class LinearNoBias(nnx.Module):
    """`x @ kernel`, with a kernel that is drawn so that the output has about the scale of the input."""

    def __init__(self, in_features: int, features: int, *, rngs: nnx.Rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))

    def __call__(self, x: jax.Array) -> jax.Array:
        return x @ self.kernel


def linear_no_bias(seed: int, x: jax.Array, features: int) -> jax.Array:
    """The output of a fresh `LinearNoBias` on `x`, with shape `(features,)`."""
    model = LinearNoBias(x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
