"""The Sequential is an attribute of another module, so its params are one level deeper, under the name of that
attribute, and they start with other values. Initialise and apply the Sequential itself."""
# fact: has nn.Sequential
# fact: has def setup

import jax
from flax import linen as nn


class Net(nn.Module):
    hidden: int
    features: int

    def setup(self):
        self.net = nn.Sequential([nn.Dense(self.hidden), nn.relu, nn.Dense(self.features)])

    def __call__(self, x):
        return self.net(x)


def sequential_mlp(seed, x, hidden, features):
    model = Net(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
