"""The function of jax.nn, layers built before."""

import jax
from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    first = nnx.Linear(3, 8, rngs=rngs)
    second = nnx.Linear(8, 1, rngs=rngs)
    return nnx.Sequential(first, jax.nn.relu, second)(x)
