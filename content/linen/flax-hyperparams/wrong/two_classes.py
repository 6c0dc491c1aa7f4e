"""Two classes ran, and neither has a field `act`. That is the copy that a field saves: with ten activations there
would be ten classes, to be kept in step. Write the class once, and let the caller hand in what differs."""
# fact: checks

from collections.abc import Callable

import jax
import jax.numpy as jnp
from flax import linen as nn


class Plain(nn.Module):
    features: int

    @nn.compact
    def __call__(self, x):
        return nn.relu(nn.Dense(self.features)(x))


class Leaky(nn.Module):
    features: int
    slope: float

    @nn.compact
    def __call__(self, x):
        return nn.leaky_relu(nn.Dense(self.features)(x), self.slope)


def hyperparams(seed, x, features, slope):
    leaky = Leaky(features, slope)
    plain = Plain(features)
    variables = plain.init(jax.random.key(seed), x)
    return jnp.stack([leaky.apply(variables, x), plain.apply(variables, x)])
