"""A tuple, and the loop as a reduce."""

from functools import reduce

import jax
from flax import linen as nn


class MLP(nn.Module):
    widths: tuple[int, ...]
    features: int

    def setup(self):
        self.layers = (*map(nn.Dense, self.widths),)
        self.head = nn.Dense(self.features)

    def __call__(self, x):
        return self.head(reduce(lambda x, layer: nn.tanh(layer(x)), self.layers, x))


def mlp_widths(seed, x, width, depth, features):
    model = MLP((int(width),) * int(depth), int(features))
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
