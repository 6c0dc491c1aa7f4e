"""The activation works on x."""

from collections.abc import Callable

import jax
import jax.numpy as jnp
from flax import linen as nn


class Block(nn.Module):
    features: int
    act: Callable = nn.relu

    @nn.compact
    def __call__(self, x):
        return nn.Dense(self.features)(self.act(x))


def hyperparams(seed, x, features, slope):
    leaky = Block(int(features), act=lambda h: nn.leaky_relu(h, slope))
    plain = Block(int(features))
    variables = plain.init(jax.random.key(int(seed)), x)
    return jnp.stack([leaky.apply(variables, x), plain.apply(variables, x)])
