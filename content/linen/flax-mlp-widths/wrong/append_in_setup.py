"""The list was assigned to `self` while it was empty, and filled afterwards. At the assignment Flax takes the
layers in and puts a tuple in the list's place, and a tuple does not grow. Fill a local list first, and assign
it when it is complete."""
# fact: has self.layers.append(_)

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    depth: int
    features: int

    def setup(self):
        self.layers = []
        for _ in range(self.depth):
            self.layers.append(nn.Dense(self.width))
        self.head = nn.Dense(self.features)

    def __call__(self, x):
        for layer in self.layers:
            x = nn.tanh(layer(x))
        return self.head(x)


def mlp_widths(seed, x, width, depth, features):
    model = MLP(width, depth, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
