"""The function is a lambda."""

import jax
from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    model = nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), lambda h: jax.numpy.maximum(h, 0), nnx.Linear(8, 1, rngs=rngs))
    return model(x)
