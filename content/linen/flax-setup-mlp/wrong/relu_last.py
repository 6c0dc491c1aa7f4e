"""Your output is that of a network with a relu after `out` as well, so every negative answer turns into a zero. The
last layer's output is the network's output: return it as it comes."""
# fact: checks

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    features: int

    def setup(self):
        self.hidden = nn.Dense(self.width)
        self.out = nn.Dense(self.features)

    def __call__(self, x):
        return nn.relu(self.out(nn.relu(self.hidden(x))))


def setup_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
