"""A block whose activation is a field."""

from collections.abc import Callable
from functools import partial

import jax
import jax.numpy as jnp
from flax import linen as nn


class Block(nn.Module):
    """A Dense and an activation that the caller may choose."""

    features: int
    act: Callable[[jax.Array], jax.Array] = nn.relu

    @nn.compact
    def __call__(self, x: jax.Array) -> jax.Array:
        return self.act(nn.Dense(self.features)(x))


def hyperparams(seed: int, x: jax.Array, features: int, slope: float) -> jax.Array:
    """The block on `x` with a leaky relu of that slope, and with its default, both with the same params."""
    leaky = Block(features, act=partial(nn.leaky_relu, negative_slope=slope))
    plain = Block(features)
    variables = plain.init(jax.random.key(seed), x)
    return jnp.stack([leaky.apply(variables, x), plain.apply(variables, x)])
