"""The two results were joined along the axis of the rows, and the task asks for one array with a new axis in front.
There is a function in `jnp` that makes one."""
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
    return jnp.concatenate([leaky.apply(variables, x), plain.apply(variables, x)])
