"""The seed arrives as a float, and `nnx.Rngs` takes whole numbers only. Cast it with `int`."""

# fact: checks

import jax
from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), nnx.relu, nnx.Linear(8, 1, rngs=rngs))
    return model(x)
