"""The default is a module without params."""

from collections.abc import Callable

import jax
import jax.numpy as jnp
from flax import linen as nn


class Relu(nn.Module):
    def __call__(self, h):
        return nn.relu(h)


class Block(nn.Module):
    features: int
    act: Callable = Relu()

    @nn.compact
    def __call__(self, x):
        return self.act(nn.Dense(self.features)(x))


def hyperparams(seed, x, features, slope):
    leaky = Block(int(features), act=lambda h: nn.leaky_relu(h, slope))
    plain = Block(int(features))
    variables = plain.init(jax.random.key(int(seed)), x)
    return jnp.stack([leaky.apply(variables, x), plain.bind(variables)(x)])
