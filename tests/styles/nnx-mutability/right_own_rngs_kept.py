"""The module keeps a fork of its Rngs; the count is added to by nnx.update."""

import jax.numpy as jnp
from flax import nnx


class Counter(nnx.Module):
    def __init__(self, rngs):
        self.rngs = rngs.fork()
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        nnx.update(self, {"count": self.count[...] + 1.0})
        return x


def mutability_increment_count(seed, x, n_calls):
    model = Counter(nnx.Rngs(int(seed)))
    outputs = [model(x) for _ in range(int(n_calls))]
    return jnp.stack([model.count.get_value(), outputs[-1].sum()])
