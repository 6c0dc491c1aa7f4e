"""The forward pass is spread over two methods."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    features: int

    def setup(self):
        self.hidden = nn.Dense(self.width)
        self.out = nn.Dense(self.features)

    def body(self, x):
        return nn.relu(self.hidden(x))

    def __call__(self, x):
        return self.out(self.body(x))


def setup_mlp(seed, x, hidden, features):
    model = MLP(int(hidden), int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
