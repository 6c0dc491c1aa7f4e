"""The attributes are the wrong way round: the data meets `out` first here, and then `hidden`. The order of the lines
in `setup` does not matter, but which layer has which name does. The one of width `hidden` is `self.hidden`, and it
comes first."""
# fact: has self.hidden(nn.relu(self.out(_)))

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    features: int

    def setup(self):
        self.out = nn.Dense(self.width)
        self.hidden = nn.Dense(self.features)

    def __call__(self, x):
        return self.hidden(nn.relu(self.out(x)))


def setup_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
