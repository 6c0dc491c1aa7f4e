"""The counter is a part of a bigger module."""

import jax.numpy as jnp
from flax import nnx


class Counter(nnx.Module):
    def __init__(self, rngs):
        self.key = rngs.params()
        self.count = nnx.Variable(jnp.array(0.0))

    def __call__(self, x):
        self.count[...] += 1.0
        return x


class Outer(nnx.Module):
    def __init__(self, rngs):
        self.counter = Counter(rngs)

    def __call__(self, x):
        return self.counter(x)


def mutability_increment_count(seed, x, n_calls):
    model = Outer(nnx.Rngs(int(seed)))
    for _ in range(int(n_calls)):
        y = model(x)
    return jnp.array([model.counter.count[...], y.sum()])
