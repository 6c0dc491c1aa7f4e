"""nn.init and nn.apply with a function of the module, under jit as a whole."""

import functools

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        x = nn.Dense(self.hidden)(x)
        x = nn.relu(x)
        return nn.Dense(self.features)(x)


@functools.partial(jax.jit, static_argnums=(0, 2, 3))
def run(seed, x, hidden, features):
    model = MLP(hidden, features)
    variables = nn.init(MLP.__call__, model)(jax.random.key(seed), x)
    return nn.apply(MLP.__call__, model)(variables, x)


def compact_mlp(seed, x, hidden, features):
    return run(int(seed), x, int(hidden), int(features))
