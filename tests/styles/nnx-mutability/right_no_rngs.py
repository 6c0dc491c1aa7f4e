"""Nothing is random, and a decorator counts."""

import jax.numpy as jnp
from flax import nnx


def counted(call):
    def wrapper(self, *args):
        self.count[...] = self.count[...] + 1
        return call(self, *args)

    return wrapper


class Counter(nnx.Module):
    def __init__(self):
        self.count = nnx.Variable(jnp.zeros(()))

    @counted
    def __call__(self, x):
        return x


def mutability_increment_count(seed, x, n_calls):
    model, y = Counter(), x
    for _ in range(int(n_calls)):
        y = model(y)
    return jnp.asarray([model.count[...], y.sum()])
