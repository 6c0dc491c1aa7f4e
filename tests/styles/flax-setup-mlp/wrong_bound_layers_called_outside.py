"""The module is bound, and its layers are called from outside: the module itself is never called."""

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


def setup_mlp(seed, x, hidden, features):
    model = MLP(int(hidden), int(features))
    bound = model.bind(model.init(jax.random.key(int(seed)), x))
    return bound.out(nn.relu(bound.hidden(x)))
