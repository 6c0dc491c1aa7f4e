"""A recursion in place of the loop."""

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
    model = Counter(nnx.Rngs(int(seed)))

    def go(n):
        return model(x) if n == 1 else (model(x), go(n - 1))[1]

    y = go(int(n_calls))
    return jnp.array([model.count[...], y.sum()])
