"""There is no tanh at all. Without it any number of Dense layers amounts to one linear map. Put it around what
each hidden layer returns."""
# fact: has not nn.tanh

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    depth: int
    features: int

    def setup(self):
        self.layers = [nn.Dense(self.width) for _ in range(self.depth)]
        self.head = nn.Dense(self.features)

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return self.head(x)


def mlp_widths(seed, x, width, depth, features):
    model = MLP(width, depth, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
