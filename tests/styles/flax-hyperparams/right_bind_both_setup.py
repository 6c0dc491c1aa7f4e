"""Both blocks are bound, and have a setup."""

from collections.abc import Callable

import jax
import jax.numpy as jnp
from flax import linen as nn


class Block(nn.Module):
    features: int
    act: Callable = nn.relu

    def setup(self):
        self.Dense_0 = nn.Dense(self.features)

    def __call__(self, x):
        return self.act(self.Dense_0(x))


def hyperparams(seed, x, features, slope):
    leaky = Block(int(features), act=lambda h: nn.leaky_relu(h, slope))
    plain = Block(int(features))
    variables = plain.init(jax.random.key(int(seed)), x)
    return jnp.stack([block.bind(variables)(x) for block in (leaky, plain)])
