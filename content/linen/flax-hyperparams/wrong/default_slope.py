"""The first block has `nn.leaky_relu` as it is, whose slope is 0.01, and the task gives you a different one. Hand over
a function of one array that passes the slope on."""
# fact: has _(..., act=nn.leaky_relu)

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
    leaky = Block(features, act=nn.leaky_relu)
    plain = Block(features)
    variables = plain.init(jax.random.key(seed), x)
    return jnp.stack([leaky.apply(variables, x), plain.apply(variables, x)])
