"""A mixin counts, a subclass does the rest."""

import jax.numpy as jnp
from flax import nnx


class Counter(nnx.Module):
    def __init__(self, rngs):
        self.count = nnx.Variable(jnp.array(0.0))

    def __call__(self, x):
        self.count[...] += 1.0
        return x


class Layer(Counter):
    def __init__(self, *, rngs):
        super().__init__(rngs)
        self.scale = nnx.Param(jnp.ones(()))
        rngs.params()

    def __call__(self, x):
        return super().__call__(x)


def mutability_increment_count(seed, x, n_calls):
    model = Layer(rngs=nnx.Rngs(int(seed)))
    for _ in range(int(n_calls)):
        y = model(x)
    return jnp.array([model.count[...], y.sum()])
