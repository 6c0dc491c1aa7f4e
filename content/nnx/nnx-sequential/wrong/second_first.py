"""The last layer is created before the first one, and so draws the first keys. With a shared `Rngs` the order of
creation decides about the values, whatever the order of the steps is. Create the layers in the order of the task."""

import jax
from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    second = nnx.Linear(8, 1, rngs=rngs)
    first = nnx.Linear(3, 8, rngs=rngs)
    return nnx.Sequential(first, nnx.relu, second)(x)
