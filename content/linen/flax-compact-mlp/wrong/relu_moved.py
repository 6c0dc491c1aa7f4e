"""Your output is that of a network with its relu after the second Dense, and none between the two. Two Dense in a row
are one linear map, and the relu at the end takes away every negative answer. Move it to between the two layers."""
# fact: checks

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        x = nn.Dense(self.hidden)(x)
        x = nn.Dense(self.features)(x)
        return nn.relu(x)


def compact_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
