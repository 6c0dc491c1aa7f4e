"""The numbers are those of a chain whose relu is its last step. All negative outputs become zero, and between
the two layers there is nothing, so that together they are no more than a single linear map. Steps happen in
the order in which you give them."""

# fact: checks

import jax
from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), nnx.Linear(8, 1, rngs=rngs), nnx.relu)
    return model(x)
