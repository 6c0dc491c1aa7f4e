"""A layer is given its number of outputs alone, as a Dense in Linen. An NNX layer creates its kernel at once,
before it has seen any input, and must be told both: how many features come in, and how many go out."""

# fact: checks

import jax
from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(nnx.Linear(8, rngs=rngs), nnx.relu, nnx.Linear(1, rngs=rngs))
    return model(x)
