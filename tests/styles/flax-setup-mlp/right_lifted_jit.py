"""nn.jit of the class, for the apply: in init it would draw other numbers."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    features: int

    def setup(self):
        self.hidden = nn.Dense(self.width)
        self.out = nn.Dense(self.features)

    def __call__(self, x):
        return self.out(nn.relu(self.hidden(x)))


def setup_mlp(seed, x, hidden, features):
    model = nn.jit(MLP)(int(hidden), int(features))
    variables = MLP(int(hidden), int(features)).init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
