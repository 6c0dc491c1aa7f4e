"""A compact method that writes the names out."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    depth: int
    features: int

    @nn.compact
    def __call__(self, x):
        for i in range(self.depth):
            x = nn.tanh(nn.Dense(self.width, name=f"layers_{i}")(x))
        return nn.Dense(self.features, name="head")(x)


def mlp_widths(seed, x, width, depth, features):
    model = MLP(int(width), int(depth), int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
