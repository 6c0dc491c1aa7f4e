"""The attribute is an nn.Sequential: one level more."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    depth: int
    features: int

    def setup(self):
        self.layers = nn.Sequential([f for _ in range(self.depth) for f in (nn.Dense(self.width), nn.tanh)])
        self.head = nn.Dense(self.features)

    def __call__(self, x):
        return self.head(self.layers(x))


def mlp_widths(seed, x, width, depth, features):
    model = MLP(int(width), int(depth), int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
