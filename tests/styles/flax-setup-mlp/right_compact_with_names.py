"""A compact method that names its layers."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    features: int

    @nn.compact
    def __call__(self, x):
        x = nn.relu(nn.Dense(self.width, name="hidden")(x))
        return nn.Dense(self.features, name="out")(x)


def setup_mlp(seed, x, hidden, features):
    model = MLP(int(hidden), int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
