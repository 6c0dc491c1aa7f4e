"""One layer, called depth times in a compact method."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    depth: int
    features: int

    @nn.compact
    def __call__(self, x):
        layer = nn.Dense(self.width, name="layers_0")
        for _ in range(self.depth):
            x = nn.tanh(layer(x))
        return nn.Dense(self.features, name="head")(x)


def mlp_widths(seed, x, width, depth, features):
    model = MLP(int(width), int(depth), int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
