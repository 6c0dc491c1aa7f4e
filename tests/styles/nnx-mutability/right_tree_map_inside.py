"""`__call__` maps over its own state of one type."""

import jax
import jax.numpy as jnp
from flax import nnx


class Calls(nnx.Variable): ...


class Counter(nnx.Module):
    def __init__(self, rngs):
        self.key = rngs.params()
        self.count = Calls(jnp.array(0.0))

    def __call__(self, x):
        nnx.update(self, jax.tree.map(lambda count: count + 1.0, nnx.state(self, Calls)))
        return x


def mutability_increment_count(seed, x, n_calls):
    model = Counter(nnx.Rngs(int(seed)))
    for _ in range(int(n_calls)):
        y = model(x)
    return jnp.array([model.count[...], y.sum()])
