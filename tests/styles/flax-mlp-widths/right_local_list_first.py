"""A local list is filled and then assigned."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    depth: int
    features: int

    def setup(self):
        layers = []
        for _ in range(self.depth):
            layers.append(nn.Dense(self.width))
        self.layers = layers
        self.head = nn.Dense(self.features)

    def __call__(self, x):
        for i in range(len(self.layers)):
            x = jax.numpy.tanh(self.layers[i](x))
        return self.head(x)


def mlp_widths(seed, x, width, depth, features):
    model = MLP(int(width), int(depth), int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
