"""The count is made outside and handed in."""

import jax.numpy as jnp
from flax import nnx


class Counter(nnx.Module):
    def __init__(self, rngs, count):
        self.key = rngs.params()
        self.count = count

    def __call__(self, x):
        self.count[...] += 1.0
        return x


def mutability_increment_count(seed, x, n_calls):
    count = nnx.Variable(jnp.zeros(()))
    model = Counter(nnx.Rngs(int(seed)), count)
    for _ in range(int(n_calls)):
        y = model(x)
    return jnp.array([count[...], y.sum()])
