"""The numbers are those of two layers with nothing between them. One linear map after another is a linear map,
so the second layer adds nothing that the first could not do. The chain has three steps, and the middle one
is a function."""

# fact: checks

import jax
from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), nnx.Linear(8, 1, rngs=rngs))
    return model(x)
