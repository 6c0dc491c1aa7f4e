"""The class is defined in the function, and the output comes from init_with_output."""

import jax
from flax import linen as nn


def mlp_widths(seed, x, width, depth, features):
    class Net(nn.Module):
        def setup(self):
            self.layers = [nn.Dense(int(width)) for _ in range(int(depth))]
            self.head = nn.Dense(int(features))

        def __call__(self, x):
            for layer in self.layers:
                x = nn.tanh(layer(x))
            return self.head(x)

    y, _ = Net().init_with_output(jax.random.key(int(seed)), x)
    return y
