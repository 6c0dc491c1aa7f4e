"""A layer is built without `rngs`. In NNX the parameters exist as soon as the layer does, so it needs random
numbers in its constructor, and takes them by keyword."""

# fact: checks

import jax
from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), nnx.relu, nnx.Linear(8, 1))
    return model(x)
