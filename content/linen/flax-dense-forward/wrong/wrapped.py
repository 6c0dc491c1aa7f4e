"""These are the numbers of a different kernel: the Dense was put inside a module of your own.

There it has a name, such as `Dense_0`, and `init` mixes the name into the key, so that two layers of one model do not
draw the same numbers. Nothing is wrong with such a module, but the task wants the Dense itself to be initialised.
"""
# fact: has class _(nn.Module)

import jax
from flax import linen as nn


class Model(nn.Module):
    features: int

    @nn.compact
    def __call__(self, x):
        return nn.Dense(self.features)(x)


def dense_forward(seed, x, features):
    model = Model(features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
