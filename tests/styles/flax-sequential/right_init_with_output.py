"""One pass gives output and variables."""

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(int(hidden)), nn.relu, nn.Dense(int(features))])
    return model.init_with_output(jax.random.key(int(seed)), x)[0]
