"""nnx.fori_loop in place of the Python loop."""

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
    model, y = nnx.fori_loop(0, int(n_calls), lambda _, carry: (carry[0], carry[0](carry[1])), (model, x))
    return jnp.array([model.count[...], y.sum()])
