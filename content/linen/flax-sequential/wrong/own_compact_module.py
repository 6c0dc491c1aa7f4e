"""This is a class of your own, and its layers are called `Dense_0` and `Dense_1`. The task asks for an
`nn.Sequential`, which names its entries by their place in the list, and other names mean other random numbers.
You need no class at all."""
# fact: has not nn.Sequential
# fact: has @nn.compact

import jax
from flax import linen as nn


class Net(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        x = nn.Dense(self.hidden)(x)
        x = nn.relu(x)
        return nn.Dense(self.features)(x)


def sequential_mlp(seed, x, hidden, features):
    model = Net(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
