"""The params have no `head`, and one `layers_` more than the task asks for: the last Dense is in the list too, and
starts with other values for that reason. Give it an attribute of its own."""
# fact: checks

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    depth: int
    features: int

    def setup(self):
        widths = [self.width] * self.depth + [self.features]
        self.layers = [nn.Dense(width) for width in widths]

    def __call__(self, x):
        *hidden, head = self.layers
        for layer in hidden:
            x = nn.tanh(layer(x))
        return head(x)


def mlp_widths(seed, x, width, depth, features):
    model = MLP(width, depth, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
