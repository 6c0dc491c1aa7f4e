"""The count is a global of the file."""

import jax.numpy as jnp
from flax import nnx

calls = 0.0


class Counter(nnx.Module):
    def __init__(self, rngs):
        rngs()

    def __call__(self, x):
        global calls
        calls += 1.0
        return x


def mutability_increment_count(seed, x, n_calls):
    global calls
    calls = 0.0
    model = Counter(nnx.Rngs(int(seed)))
    for _ in range(int(n_calls)):
        y = model(x)
    return jnp.array([calls, y.sum()])
