"""The names and the numbers are those of a Sequential, but no nn.Sequential was called: a class of your own imitates
it. That works until a step is added and the names are not renumbered. Let `nn.Sequential` do the calling and the naming."""
# fact: checks

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
    model = Net(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
