"""The module is inside another, so the names are one level deeper."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        x = nn.Dense(self.hidden)(x)
        x = nn.relu(x)
        return nn.Dense(self.features)(x)


class Outer(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        return MLP(self.hidden, self.features)(x)


def compact_mlp(seed, x, hidden, features):
    model = Outer(int(hidden), int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
