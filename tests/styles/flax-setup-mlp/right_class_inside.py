"""The class is defined in the function; setup takes the widths from there."""

import jax
from flax import linen as nn


def setup_mlp(seed, x, hidden, features):
    class Net(nn.Module):
        def setup(self):
            self.out = nn.Dense(int(features))
            self.hidden = nn.Dense(int(hidden))

        def __call__(self, x):
            h = self.hidden(x)
            return self.out(jax.nn.relu(h))

    net = Net()
    return net.apply(net.init(jax.random.key(int(seed)), x), x)
