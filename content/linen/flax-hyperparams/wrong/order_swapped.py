"""The two results are in the wrong order. The block with an activation of its own comes first, the one with the
default second."""
# fact: checks

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
    leaky = Block(features, act=lambda h: nn.leaky_relu(h, slope))
    plain = Block(features)
    variables = plain.init(jax.random.key(seed), x)
    return jnp.stack([plain.apply(variables, x), leaky.apply(variables, x)])
