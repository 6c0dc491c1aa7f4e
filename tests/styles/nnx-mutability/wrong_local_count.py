"""The loop counts in a local variable, and the module stands by."""

import jax.numpy as jnp
from flax import nnx


class Counter(nnx.Module):
    def __init__(self, rngs):
        self.key = rngs.params()
        self.count = nnx.Variable(jnp.array(0.0))

    def __call__(self, x):
        return x


def mutability_increment_count(seed, x, n_calls):
    model = Counter(nnx.Rngs(int(seed)))
    n = 0.0
    for _ in range(int(n_calls)):
        y = model(x)
        n += 1
    return jnp.array([n, y.sum()])
