"""`depth` arrives as a float, and `range` counts in whole numbers only. Cast it with `int`, as the other two."""
# fact: has not int(depth)

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
        return self.head(x)


def mlp_widths(seed, x, width, depth, features):
    model = MLP(int(width), depth, int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
