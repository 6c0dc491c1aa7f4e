"""A Python loop over the rows, einsum, a stream of its own name."""

import jax
import jax.numpy as jnp
from flax import nnx


class DrawnLinear(nnx.Module):
    def __init__(self, shape, rngs):
        first, second = rngs(), rngs()
        self.kernel = nnx.Param(jax.random.normal(first, shape) / jnp.sqrt(shape[0]))
        self.bias = nnx.Param(jax.random.normal(second, shape[1:]))

    def __call__(self, row):
        return jnp.einsum("i,io->o", row, self.kernel[...]) + self.bias[...]


def linear_bias(seed, x, features):
    model = DrawnLinear((x.shape[1], int(features)), nnx.Rngs(int(seed)))
    return jnp.stack([model(row) for row in x])
