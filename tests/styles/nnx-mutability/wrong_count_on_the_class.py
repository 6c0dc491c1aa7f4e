"""The count belongs to the class, not to the object."""

import jax.numpy as jnp
from flax import nnx


class Counter(nnx.Module):
    count = 0.0

    def __init__(self, rngs):
        self.key = rngs.params()

    def __call__(self, x):
        Counter.count += 1.0
        return x


def mutability_increment_count(seed, x, n_calls):
    model = Counter(nnx.Rngs(int(seed)))
    Counter.count = 0.0
    for _ in range(int(n_calls)):
        y = model(x)
    return jnp.array([model.count, y.sum()])
