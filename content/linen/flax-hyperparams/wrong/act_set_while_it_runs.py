"""The field was changed inside a method. A module is frozen while it runs: what differs between two blocks is said in
their constructors. Use a local variable, or build a different block."""
# fact: has self.act = _

from collections.abc import Callable

import jax
import jax.numpy as jnp
from flax import linen as nn


class Block(nn.Module):
    features: int
    act: Callable | None = None

    @nn.compact
    def __call__(self, x):
        if self.act is None:
            self.act = nn.relu
        return self.act(nn.Dense(self.features)(x))


def hyperparams(seed, x, features, slope):
    leaky = Block(features, act=lambda h: nn.leaky_relu(h, slope))
    plain = Block(features)
    variables = plain.init(jax.random.key(seed), x)
    return jnp.stack([leaky.apply(variables, x), plain.apply(variables, x)])
