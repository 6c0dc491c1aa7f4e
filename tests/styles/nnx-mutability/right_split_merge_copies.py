"""Each call on a merged copy, the state carried along."""

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
    graphdef, state = nnx.split(model)
    for _ in range(int(n_calls)):
        copy = nnx.merge(graphdef, state, copy=True)
        y = copy(x)
        state = nnx.state(copy)
    return jnp.stack([state["count"][...], y.sum()])
