"""The module counts, and the result is known beforehand."""

import jax.numpy as jnp
from flax import nnx


class Counter(nnx.Module):
    def __init__(self):
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        self.count[...] += 1
        return x


def mutability_increment_count(seed, x, n_calls):
    model = Counter()
    for _ in range(int(n_calls)):
        y = model(x)
    return jnp.array([n_calls, y.sum()])
