"""The variable is given to the module after its construction."""

import jax.numpy as jnp
from flax import nnx


class Counter(nnx.Module):
    def __init__(self, rngs):
        self.key = rngs.params()

    def __call__(self, x):
        self.count[...] += 1.0
        return x


def mutability_increment_count(seed, x, n_calls):
    model = Counter(nnx.Rngs(int(seed)))
    model.count = nnx.Variable(jnp.zeros(()))
    for _ in range(int(n_calls)):
        y = model(x)
    return jnp.array([model.count[...], y.sum()])
