"""The compact method is called forward, and relu is a product."""

import jax
from flax import linen as nn


class Net(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def forward(self, x):
        h = nn.Dense(features=self.hidden)(x)
        h = h * (h > 0)
        return nn.Dense(features=self.features)(h)


def compact_mlp(seed, x, hidden, features):
    net = Net(int(hidden), int(features))
    variables = net.init(jax.random.key(int(seed)), x, method="forward")
    return net.apply(variables, x, method="forward")
