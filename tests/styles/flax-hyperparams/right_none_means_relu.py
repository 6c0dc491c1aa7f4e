"""None is the default, and means relu."""

from collections.abc import Callable

import jax
import jax.numpy as jnp
from flax import linen as nn


class Block(nn.Module):
    features: int
    act: Callable | None = None

    @nn.compact
    def __call__(self, x):
        h = nn.Dense(self.features)(x)
        return nn.relu(h) if self.act is None else self.act(h)


def hyperparams(seed, x, features, slope):
    leaky = Block(int(features), act=lambda h: nn.leaky_relu(h, slope))
    plain = Block(int(features))
    variables = plain.init(jax.random.key(int(seed)), x)
    return jnp.stack([leaky.apply(variables, x), plain.apply(variables, x)])
