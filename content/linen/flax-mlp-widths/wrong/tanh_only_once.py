"""Your output is that of a network with one tanh, after all the hidden layers. Between two layers there is none, so
they come to a single linear map, as if the list had one entry. Each layer has a tanh of its own."""
# fact: checks

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
            x = layer(x)
        return self.head(nn.tanh(x))


def mlp_widths(seed, x, width, depth, features):
    model = MLP(width, depth, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
