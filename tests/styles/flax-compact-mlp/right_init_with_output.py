"""init_with_output gives the output as well."""

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
    y, _ = MLP(int(hidden), int(features)).init_with_output(jax.random.key(int(seed)), x)
    return y
