"""A second module hands out what was computed elsewhere."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        x = nn.Dense(self.hidden)(x)
        return nn.Dense(self.features)(x)


def compact_mlp(seed, x, hidden, features):
    params = MLP(int(hidden), int(features)).init(jax.random.key(int(seed)), x)["params"]
    first, second = params["Dense_0"], params["Dense_1"]
    y = nn.relu(x @ first["kernel"] + first["bias"]) @ second["kernel"] + second["bias"]

    class Giver(nn.Module):
        def __call__(self, x):
            return y

    return Giver().apply({}, x)
