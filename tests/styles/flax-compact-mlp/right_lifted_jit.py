"""nn.jit of the class, for the apply: in init it would draw other numbers."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        x = nn.Dense(self.hidden)(x)
        x = nn.relu(x)
        return nn.Dense(self.features)(x)


def compact_mlp(seed, x, hidden, features):
    model = nn.jit(MLP)(int(hidden), int(features))
    variables = MLP(int(hidden), int(features)).init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
