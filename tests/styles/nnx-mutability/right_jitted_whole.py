"""Construction, calls and result under one nnx.jit."""

import functools

import jax.numpy as jnp
from flax import nnx


class Counter(nnx.Module):
    def __init__(self, rngs):
        self.key = rngs.params()
        self.count = nnx.Variable(jnp.array(0.0))

    def __call__(self, x):
        self.count[...] += 1.0
        return x


@functools.partial(nnx.jit, static_argnums=(0, 2))
def run(seed, x, n_calls):
    model = Counter(nnx.Rngs(seed))
    for _ in range(n_calls):
        y = model(x)
    return jnp.stack([model.count[...], y.sum()])


def mutability_increment_count(seed, x, n_calls):
    return run(int(seed), x, int(n_calls))
