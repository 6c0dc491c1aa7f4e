"""In setup, with its own fields for the initializers."""

from collections.abc import Callable

import jax
from flax import linen as nn


class Layer(nn.Module):
    features: int
    kernel_init: Callable
    bias_init: Callable

    def setup(self):
        self.dense = nn.Dense(self.features, kernel_init=self.kernel_init, bias_init=self.bias_init)

    def __call__(self, x):
        return self.dense(x)


def dense_inits(seed, x, features, scale):
    model = Layer(int(features), nn.initializers.constant(scale), nn.initializers.ones)
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
