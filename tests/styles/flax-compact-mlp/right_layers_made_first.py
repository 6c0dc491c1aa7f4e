"""Both layers are made before either is called."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        first, second = nn.Dense(self.hidden), nn.Dense(self.features)
        return second(nn.relu(first(x)))


def compact_mlp(seed, x, hidden, features):
    model = MLP(int(hidden), int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
