"""The model was called like a function. A Linen module is a description without numbers, so it can only run where
the numbers are handed in: that is what `init` and `apply` do. Give the variables and `x` to `apply`."""
# fact: checks

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
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model(x)
