"""A second init draws other params."""

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


def compact_mlp(seed, x, hidden, features):
    model = MLP(int(hidden), int(features))
    key = jax.random.key(int(seed))
    model.init(key, x)
    other, _ = jax.random.split(key)
    return model.apply(model.init(other, x), x)
