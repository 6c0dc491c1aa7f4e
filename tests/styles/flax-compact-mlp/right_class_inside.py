"""The class is defined in the function, and has no fields."""

import jax
from flax import linen as nn


def compact_mlp(seed, x, hidden, features):
    class Net(nn.Module):
        @nn.compact
        def __call__(self, x):
            h = jax.nn.relu(nn.Dense(int(hidden))(x))
            y = nn.Dense(int(features))(h)
            return y

    net = Net()
    return net.apply(net.init(jax.random.key(int(seed)), x), x)
