"""The leaky block is initialised, and its result made from a block with the identity."""

from collections.abc import Callable

import jax
import jax.numpy as jnp
from flax import linen as nn


class Block(nn.Module):
    features: int
    act: Callable = nn.relu

    @nn.compact
    def __call__(self, x):
        return self.act(nn.Dense(self.features)(x))


def hyperparams(seed, x, features, slope):
    leaky = Block(int(features), act=lambda h: nn.leaky_relu(h, slope))
    plain = Block(int(features))
    variables = plain.init(jax.random.key(int(seed)), x)
    leaky.init(jax.random.key(int(seed)), x)
    h = Block(int(features), act=lambda h: h).apply(variables, x)
    return jnp.stack([nn.leaky_relu(h, slope), plain.apply(variables, x)])
