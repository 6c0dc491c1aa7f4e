"""The layers have the names of a compact method, `Dense_0` and up, and the task asks for those that a list
attribute gives. Since the name goes into the random numbers, every kernel starts with other values. Keep the
layers in a list that you assign in `setup`."""
# fact: has @nn.compact
# fact: has not nn.Dense(..., name=_)

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    depth: int
    features: int

    @nn.compact
    def __call__(self, x):
        for _ in range(self.depth):
            x = nn.tanh(nn.Dense(self.width)(x))
        return nn.Dense(self.features)(x)


def mlp_widths(seed, x, width, depth, features):
    model = MLP(width, depth, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
