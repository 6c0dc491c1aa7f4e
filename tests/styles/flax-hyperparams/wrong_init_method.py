"""An __init__ of its own."""

import jax
import jax.numpy as jnp
from flax import linen as nn


class Block(nn.Module):
    def __init__(self, features, act=nn.relu):
        self.features = features
        self.act = act

    @nn.compact
    def __call__(self, x):
        return self.act(nn.Dense(self.features)(x))


def hyperparams(seed, x, features, slope):
    leaky = Block(int(features), act=lambda h: nn.leaky_relu(h, slope))
    plain = Block(int(features))
    variables = plain.init(jax.random.key(int(seed)), x)
    return jnp.stack([leaky.apply(variables, x), plain.apply(variables, x)])
