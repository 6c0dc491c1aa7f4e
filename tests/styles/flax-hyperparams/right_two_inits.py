"""Each block has its own init, with equal keys."""

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
    key = jax.random.key(int(seed))
    return jnp.stack([block.apply(block.init(key, x), x) for block in (leaky, plain)])
