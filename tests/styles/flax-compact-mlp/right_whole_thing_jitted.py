"""One jit around init and apply."""

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

    @jax.jit
    def both(key, x):
        return model.apply(model.init(key, x), x)

    return both(jax.random.key(int(seed)), x)
