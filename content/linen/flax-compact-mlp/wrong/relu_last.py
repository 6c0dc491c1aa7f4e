"""Your output is that of a network with a relu after the last layer as well, so it can never be negative. The
activation belongs between the two layers; the output of the second is returned as it is."""
# fact: checks

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        for width in (self.hidden, self.features):
            x = nn.relu(nn.Dense(width)(x))
        return x


def compact_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
