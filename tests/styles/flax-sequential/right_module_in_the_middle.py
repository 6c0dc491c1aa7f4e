"""The relu is a module without params."""

import jax
from flax import linen as nn


class Relu(nn.Module):
    def __call__(self, x):
        return nn.relu(x)


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(int(hidden)), Relu(), nn.Dense(int(features))])
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
