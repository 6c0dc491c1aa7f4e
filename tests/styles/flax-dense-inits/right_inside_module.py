"""Inside a module of one's own."""

import jax
from flax import linen as nn


class Model(nn.Module):
    features: int
    scale: float

    @nn.compact
    def __call__(self, x):
        fill = nn.initializers.constant(self.scale)
        return nn.Dense(self.features, kernel_init=fill, bias_init=nn.initializers.ones_init())(x)


def dense_inits(seed, x, features, scale):
    model = Model(int(features), scale)
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
