"""In a module of one's own the Dense has another path, and so other numbers."""

import jax
from flax import linen as nn


class Model(nn.Module):
    features: int

    @nn.compact
    def __call__(self, x):
        return nn.Dense(self.features)(x)


def dense_forward(seed, x, features):
    model = Model(int(features))
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
