"""A layer is made in a method that may not make any: your class has no compact method, or this one is not. Flax takes
new layers in `setup`, which runs before anything else, or in a method with the compact decorator. Move the lines
that make layers into `setup`."""
# fact: checks

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    features: int

    def setup(self):
        pass

    def __call__(self, x):
        self.hidden = nn.Dense(self.width)
        self.out = nn.Dense(self.features)
        return self.out(nn.relu(self.hidden(x)))


def setup_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
