"""`act` holds a number, and the task asks for a function there. With zero as the default the values agree, but you
cannot put a different activation in."""
# fact: checks

from collections.abc import Callable

import jax
import jax.numpy as jnp
from flax import linen as nn


class Block(nn.Module):
    features: int
    act: float = 0.0

    @nn.compact
    def __call__(self, x):
        return nn.leaky_relu(nn.Dense(self.features)(x), self.act)


def hyperparams(seed, x, features, slope):
    leaky = Block(features, act=slope)
    plain = Block(features)
    variables = plain.init(jax.random.key(seed), x)
    return jnp.stack([leaky.apply(variables, x), plain.apply(variables, x)])
