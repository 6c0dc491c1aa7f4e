"""Other attributes, and the names given by name=."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    features: int

    def setup(self):
        self.first = nn.Dense(self.width, name="hidden")
        self.second = nn.Dense(self.features, name="out")

    def __call__(self, x):
        return self.second(nn.relu(self.first(x)))


def setup_mlp(seed, x, hidden, features):
    model = MLP(int(hidden), int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
