"""Inside another module, whose scope is the same."""

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


class Around(nn.Module):
    inner: nn.Module

    def setup(self):
        nn.share_scope(self, self.inner)

    def __call__(self, x):
        return self.inner(x)


def compact_mlp(seed, x, hidden, features):
    model = Around(MLP(int(hidden), int(features)))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
