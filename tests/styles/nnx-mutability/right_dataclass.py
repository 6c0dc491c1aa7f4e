"""A dataclass module."""

import dataclasses

import jax.numpy as jnp
from flax import nnx


@dataclasses.dataclass
class Counter(nnx.Module):
    rngs: nnx.Rngs
    count: nnx.Variable = dataclasses.field(init=False)

    def __post_init__(self):
        self.rngs()
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        self.count[...] += 1.0
        return x


def mutability_increment_count(seed, x, n_calls):
    model = Counter(nnx.Rngs(int(seed)))
    for _ in range(int(n_calls)):
        y = model(x)
    return jnp.array([model.count[...], y.sum()])
