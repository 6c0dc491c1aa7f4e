"""No block with the default `act` ran, and the block alone does not give your output: the activations are applied
outside of it. Build one block with each activation, and let each do its own."""
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
    plain = Block(features, act=lambda h: h)
    variables = plain.init(jax.random.key(seed), x)
    h = plain.apply(variables, x)
    return jnp.stack([nn.leaky_relu(h, slope), nn.relu(h)])
