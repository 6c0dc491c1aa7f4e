"""Each call has a model of its own; their counts are added up."""

import jax.numpy as jnp
from flax import nnx


class Counter(nnx.Module):
    def __init__(self, rngs):
        self.key = rngs.params()
        self.count = nnx.Variable(jnp.array(0.0))

    def __call__(self, x):
        self.count[...] += 1.0
        return x


def mutability_increment_count(seed, x, n_calls):
    total = 0.0
    for _ in range(int(n_calls)):
        model = Counter(nnx.Rngs(int(seed)))
        y = model(x)
        total += model.count[...]
    return jnp.array([total, y.sum()])
