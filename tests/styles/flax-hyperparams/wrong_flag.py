"""A flag chooses between two activations."""

import jax
import jax.numpy as jnp
from flax import linen as nn


class Block(nn.Module):
    features: int
    slope: float = 0.0
    leaky: bool = False

    @nn.compact
    def __call__(self, x):
        h = nn.Dense(self.features)(x)
        return nn.leaky_relu(h, self.slope) if self.leaky else nn.relu(h)


def hyperparams(seed, x, features, slope):
    leaky = Block(int(features), slope, True)
    plain = Block(int(features))
    variables = plain.init(jax.random.key(int(seed)), x)
    return jnp.stack([leaky.apply(variables, x), plain.apply(variables, x)])
