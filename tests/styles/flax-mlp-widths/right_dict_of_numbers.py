"""A dict whose keys are the numbers."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    depth: int
    features: int

    def setup(self):
        self.layers = {str(i): nn.Dense(self.width) for i in range(self.depth)}
        self.head = nn.Dense(self.features)

    def __call__(self, x):
        for i in range(self.depth):
            x = nn.tanh(self.layers[str(i)](x))
        return self.head(x)


def mlp_widths(seed, x, width, depth, features):
    model = MLP(int(width), int(depth), int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
