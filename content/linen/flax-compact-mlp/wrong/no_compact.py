"""`__call__` makes layers, and nothing allows it to. Flax takes new layers in two places only: a method called
`setup`, and a method that carries a certain decorator. Here the decorator is missing."""
# fact: has not @nn.compact
# fact: has not def setup

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: int
    features: int

    def __call__(self, x):
        x = nn.Dense(self.hidden)(x)
        x = nn.relu(x)
        return nn.Dense(self.features)(x)


def compact_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
