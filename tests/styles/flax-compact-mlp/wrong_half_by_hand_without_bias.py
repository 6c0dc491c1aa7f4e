"""The second layer is written out, and its bias forgotten."""

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
    return h @ params["Dense_1"]["kernel"]
