"""A tanh comes after the last Dense too, so no output leaves the range from -1 to 1. It follows each hidden layer;
the head's output is returned as it is."""
# fact: has nn.tanh(self.head(_))

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    depth: int
    features: int

    def setup(self):
        self.layers = [nn.Dense(self.width) for _ in range(self.depth)]
        self.head = nn.Dense(self.features)

    def __call__(self, x):
        for layer in self.layers:
            x = nn.tanh(layer(x))
        return nn.tanh(self.head(x))


def mlp_widths(seed, x, width, depth, features):
    model = MLP(width, depth, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
