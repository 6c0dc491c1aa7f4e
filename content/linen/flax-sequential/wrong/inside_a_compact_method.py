"""The Sequential stands in a compact method, and the Dense are made there. So they belong to your class and are
named in it, `Dense_0` and `Dense_1`; the Sequential only calls them. The task wants the Sequential alone,
without a class around it."""
# fact: has nn.Sequential
# fact: has @nn.compact

import jax
from flax import linen as nn


class Net(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        return nn.Sequential([nn.Dense(self.hidden), nn.relu, nn.Dense(self.features)])(x)


def sequential_mlp(seed, x, hidden, features):
    model = Net(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
