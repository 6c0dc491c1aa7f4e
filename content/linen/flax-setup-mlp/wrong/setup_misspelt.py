"""The method that makes the layers is not called `setup`, so nobody calls it, and the attributes are never there. Flax
looks for exactly that name. You do not call it yourself either."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    features: int

    def set_up(self):
        self.hidden = nn.Dense(self.width)
        self.out = nn.Dense(self.features)

    def __call__(self, x):
        return self.out(nn.relu(self.hidden(x)))


def setup_mlp(seed, x, hidden, features):
    model = MLP(int(hidden), int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
