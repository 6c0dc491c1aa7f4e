"""No Sequential, and the arithmetic by hand."""

import jax
from flax import linen as nn


class Net(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        x = nn.relu(nn.Dense(self.hidden, name="layers_0")(x))
        return nn.Dense(self.features, name="layers_2")(x)


def sequential_mlp(seed, x, hidden, features):
    params = Net(int(hidden), int(features)).init(jax.random.key(int(seed)), x)["params"]
    h = nn.relu(x @ params["layers_0"]["kernel"] + params["layers_0"]["bias"])
    return h @ params["layers_2"]["kernel"] + params["layers_2"]["bias"]
