"""The params lack the bias of every layer. The numbers agree only because a bias starts as zeros. Leave `use_bias` as
it is."""
# fact: checks

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    depth: int
    features: int

    def setup(self):
        self.layers = [nn.Dense(self.width, use_bias=False) for _ in range(self.depth)]
        self.head = nn.Dense(self.features, use_bias=False)

    def __call__(self, x):
        for layer in self.layers:
            x = nn.tanh(layer(x))
        return self.head(x)


def mlp_widths(seed, x, width, depth, features):
    model = MLP(width, depth, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
