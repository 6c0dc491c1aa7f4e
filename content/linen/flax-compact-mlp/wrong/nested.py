"""The names are swapped: the layer of width `features` is Dense_0 here. Python builds `nn.Dense(features)` first
and then works out what it is called on, and Flax numbers the layers as they are built. The name is part of what the
random numbers are drawn from, so both kernels start with other values. Give each layer a line of its own, in the
order of the data."""
# fact: has nn.Dense(_)(nn.relu(nn.Dense(_)(_)))

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        return nn.Dense(self.features)(nn.relu(nn.Dense(self.hidden)(x)))


def compact_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
