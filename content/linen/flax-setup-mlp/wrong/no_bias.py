"""The params lack the bias of both layers. Since a bias starts as zeros, the outputs agree all the same, but no
training can put it there. A Dense has a bias unless it is told not to."""
# fact: checks

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    features: int

    def setup(self):
        self.hidden = nn.Dense(self.width, use_bias=False)
        self.out = nn.Dense(self.features, use_bias=False)

    def __call__(self, x):
        return self.out(nn.relu(self.hidden(x)))


def setup_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
