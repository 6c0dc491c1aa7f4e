"""The module is whole, and only its Dense are applied, one at a time."""

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
    model = MLP(int(hidden), int(features))
    params = model.init(jax.random.key(int(seed)), x)["params"]
    h = nn.relu(nn.Dense(int(hidden)).apply({"params": params["Dense_0"]}, x))
    return nn.Dense(int(features)).apply({"params": params["Dense_1"]}, h)
