"""`act` holds a number. `nn.leaky_relu(slope)` applies the function to the slope, here and now, and what comes out
is no function any more. Make one that waits for its array: a lambda, or a partial."""
# fact: has nn.leaky_relu(slope)

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
    leaky = Block(features, act=nn.leaky_relu(slope))
    plain = Block(features)
    variables = plain.init(jax.random.key(seed), x)
    return jnp.stack([leaky.apply(variables, x), plain.apply(variables, x)])
