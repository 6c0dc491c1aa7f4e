"""There is only the second Dense."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    features: int

    @nn.compact
    def __call__(self, x):
        return nn.Dense(self.features)(nn.relu(x))


def compact_mlp(seed, x, hidden, features):
    model = MLP(int(features))
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
