"""The names and the numbers are those of a Sequential, but none was used: the class imitates it. That works until
somebody adds a step and forgets to renumber. Let `nn.Sequential` do the calling and the naming."""

import jax
from flax import linen as nn


class Net(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        x = nn.relu(nn.Dense(self.hidden, name="layers_0")(x))
        return nn.Dense(self.features, name="layers_2")(x)


def sequential_mlp(seed, x, hidden, features):
    model = Net(int(hidden), int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
