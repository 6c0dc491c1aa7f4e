"""The count is a list in a variable."""

import jax.numpy as jnp
from flax import nnx


class Counter(nnx.Module):
    def __init__(self):
        self.count = nnx.Variable([])

    def __call__(self, x):
        self.count.get_value().append(1.0)
        return x


def mutability_increment_count(seed, x, n_calls):
    model = Counter()
    for _ in range(int(n_calls)):
        y = model(x)
    return jnp.array([float(len(model.count.get_value())), y.sum()])
