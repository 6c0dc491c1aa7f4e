"""A module with params of its own."""

import jax
from flax import linen as nn


class Affine(nn.Module):
    features: int
    scale: float

    @nn.compact
    def __call__(self, x):
        kernel = self.param("kernel", nn.initializers.constant(self.scale), (x.shape[-1], self.features))
        return x @ kernel + self.param("bias", nn.initializers.ones, (self.features,))


def dense_inits(seed, x, features, scale):
    model = Affine(int(features), scale)
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
