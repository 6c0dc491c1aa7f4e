"""The numbers are those of two layers of which the last was created first, and so drew the first keys. With a
shared `Rngs` the order of creation decides about the values, whatever the order of the steps is. Create the
layers in the order of the task."""

# fact: checks

import jax
from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(seed)
    second = nnx.Linear(8, 1, rngs=rngs)
    first = nnx.Linear(3, 8, rngs=rngs)
    return nnx.Sequential(first, nnx.relu, second)(x)
