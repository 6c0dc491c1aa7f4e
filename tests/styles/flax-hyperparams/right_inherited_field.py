"""The fields come from a base class, keyword-only."""

import dataclasses
from collections.abc import Callable

import jax
import jax.numpy as jnp
from flax import linen as nn


class WithActivation(nn.Module):
    act: Callable = dataclasses.field(default=nn.relu, kw_only=True)


class Block(WithActivation):
    features: int

    @nn.compact
    def __call__(self, x):
        return self.act(nn.Dense(self.features)(x))


def hyperparams(seed, x, features, slope):
    leaky = Block(int(features), act=lambda h: nn.leaky_relu(h, slope))
    plain = Block(int(features))
    variables = plain.init(jax.random.key(int(seed)), x)
    return jnp.stack([leaky.apply(variables, x), plain.apply(variables, x)])
