"""An __init__ that calls the one of the base class."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    def __init__(self, width, features):
        super().__init__()
        self.width = width
        self.features = features

    def setup(self):
        self.hidden = nn.Dense(self.width)
        self.out = nn.Dense(self.features)

    def __call__(self, x):
        return self.out(nn.relu(self.hidden(x)))


def setup_mlp(seed, x, hidden, features):
    model = MLP(int(hidden), int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
