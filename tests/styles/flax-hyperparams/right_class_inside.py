"""The class is inside, and annotated with a plain type."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def hyperparams(seed, x, features, slope):
    class Net(nn.Module):
        act: object = jax.nn.relu

        @nn.compact
        def __call__(self, x):
            y = nn.Dense(int(features))(x)
            return self.act(y)

    def leaky(h):
        return jnp.maximum(h, 0) + slope * jnp.minimum(h, 0)

    key = jax.random.key(int(seed))
    first, _ = Net(leaky).init_with_output(key, x)
    second, _ = Net().init_with_output(key, x)
    return jnp.array([first, second])
