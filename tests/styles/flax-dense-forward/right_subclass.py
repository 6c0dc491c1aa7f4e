"""A Dense of one's own, with a constructor method in place of one in the function."""

import jax
from flax import linen as nn


class Layer(nn.Dense):
    @classmethod
    def of(cls, features):
        return cls(features=int(features))


def dense_forward(seed, x, features):
    layer = Layer.of(features)
    return layer.apply(layer.init(jax.random.key(int(seed)), x), x)
