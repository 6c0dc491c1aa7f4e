"""`features` arrives as a float, and a shape is made of whole numbers. Nothing checks the types of fields when a
module is built, so the error comes only when the kernel is made. Cast with `int`."""
# fact: has not int(features)

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
    variables = plain.init(jax.random.key(int(seed)), x)
    return jnp.stack([leaky.apply(variables, x), plain.apply(variables, x)])
