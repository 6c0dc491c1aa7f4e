"""The output comes out of a class of your own, with params like those of a Dense, and the task asks for `nn.Dense`. The
numbers are the same; but that layer is there already, tested and known to every reader. Use it."""
# fact: checks
# fact: has self.param(...)

import jax
from flax import linen as nn


class Affine(nn.Module):
    features: int

    @nn.compact
    def __call__(self, x):
        kernel = self.param("kernel", nn.initializers.lecun_normal(), (x.shape[-1], self.features))
        return x @ kernel + self.param("bias", nn.initializers.zeros, (self.features,))


def dense_forward(seed, x, features):
    model = Affine(features)
    return model.apply(model.init(jax.random.key(seed), x), x)
