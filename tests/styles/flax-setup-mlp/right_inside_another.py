"""Inside another module, whose scope is the same."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    features: int

    def setup(self):
        self.hidden = nn.Dense(self.width)
        self.out = nn.Dense(self.features)

    def __call__(self, x):
        return self.out(nn.relu(self.hidden(x)))


class Around(nn.Module):
    inner: nn.Module

    def setup(self):
        nn.share_scope(self, self.inner)

    def __call__(self, x):
        return self.inner(x)


def setup_mlp(seed, x, hidden, features):
    model = Around(MLP(int(hidden), int(features)))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
