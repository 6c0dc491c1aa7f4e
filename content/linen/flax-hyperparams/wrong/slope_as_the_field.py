"""No field of your block is called `act`: the kind of activation is fixed in the code. The values agree, but you
cannot ask this block for a tanh. Make the function itself the field."""
# fact: checks

from collections.abc import Callable

import jax
import jax.numpy as jnp
from flax import linen as nn


class Block(nn.Module):
    features: int
    slope: float = 0.0

    @nn.compact
    def __call__(self, x):
        return nn.leaky_relu(nn.Dense(self.features)(x), self.slope)


def hyperparams(seed, x, features, slope):
    leaky = Block(features, slope=slope)
    plain = Block(features)
    variables = plain.init(jax.random.key(seed), x)
    return jnp.stack([leaky.apply(variables, x), plain.apply(variables, x)])
