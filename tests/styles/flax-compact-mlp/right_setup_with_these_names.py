"""setup in place of compact, with attributes of these names."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: int
    features: int

    def setup(self):
        self.Dense_0 = nn.Dense(self.hidden)
        self.Dense_1 = nn.Dense(self.features)

    def __call__(self, x):
        return self.Dense_1(nn.relu(self.Dense_0(x)))


def compact_mlp(seed, x, hidden, features):
    model = MLP(int(hidden), int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
