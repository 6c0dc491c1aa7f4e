"""The class has an `__init__`, as an ordinary Python class would. Flax writes that method itself, from the annotated
fields, and has work of its own to do in it; overriding it leaves that undone. Declare the widths as fields, and make
the layers in `setup`, which takes no arguments."""
# fact: has def __init__

import jax
from flax import linen as nn


class MLP(nn.Module):
    def __init__(self, width, features):
        self.hidden = nn.Dense(width)
        self.out = nn.Dense(features)

    def __call__(self, x):
        return self.out(nn.relu(self.hidden(x)))


def setup_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
