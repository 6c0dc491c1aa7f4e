"""The two layers are called one after the other, and the relu is missing. Without something between them that is not
linear, two Dense can do no more than one."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    features: int

    def setup(self):
        self.hidden = nn.Dense(self.width)
        self.out = nn.Dense(self.features)

    def __call__(self, x):
        return self.out(self.hidden(x))


def setup_mlp(seed, x, hidden, features):
    model = MLP(int(hidden), int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
