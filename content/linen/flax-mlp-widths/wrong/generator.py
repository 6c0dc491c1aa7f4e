"""The attribute is a generator, since it was written with round brackets: it makes its layers only when the loop asks
for them, and by then `setup` is over. Make them all at once, in a list."""
# fact: has self.layers = (_ for _ in _)

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    depth: int
    features: int

    def setup(self):
        self.layers = (nn.Dense(self.width) for _ in range(self.depth))
        self.head = nn.Dense(self.features)

    def __call__(self, x):
        for layer in self.layers:
            x = nn.tanh(layer(x))
        return self.head(x)


def mlp_widths(seed, x, width, depth, features):
    model = MLP(width, depth, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
