"""One jit around init and apply."""

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(int(hidden)), nn.relu, nn.Dense(int(features))])

    @jax.jit
    def both(key, x):
        return model.apply(model.init(key, x), x)

    return both(jax.random.key(int(seed)), x)
