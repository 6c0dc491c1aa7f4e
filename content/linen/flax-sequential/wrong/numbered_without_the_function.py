"""The second Dense is `layers_1` here, and in a Sequential it is `layers_2`: the relu is an entry of the list too,
and takes a number although it has no params. Do not number by hand, and put all three steps into one
`nn.Sequential`."""
# fact: has not nn.Sequential
# fact: has not @nn.compact

import jax
from flax import linen as nn


class Net(nn.Module):
    hidden: int
    features: int

    def setup(self):
        self.layers = [nn.Dense(self.hidden), nn.Dense(self.features)]

    def __call__(self, x):
        first, second = self.layers
        return second(nn.relu(first(x)))


def sequential_mlp(seed, x, hidden, features):
    model = Net(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
