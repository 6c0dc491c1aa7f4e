"""A list names its layers by position."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    features: int

    def setup(self):
        self.layers = [nn.Dense(self.width), nn.Dense(self.features)]

    def __call__(self, x):
        first, second = self.layers
        return second(nn.relu(first(x)))


def setup_mlp(seed, x, hidden, features):
    model = MLP(int(hidden), int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
