"""jax.jit over the state, written back with nnx.update."""

import jax
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
    graphdef = nnx.graphdef(model)

    @jax.jit
    def step(state, x):
        inner = nnx.merge(graphdef, state)
        y = inner(x)
        return nnx.state(inner), y

    for _ in range(int(n_calls)):
        new, y = step(nnx.state(model), x)
        nnx.update(model, new)
    return jnp.array([model.count[...], y.sum()])
