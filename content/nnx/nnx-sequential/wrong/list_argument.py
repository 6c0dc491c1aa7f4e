"""The steps are handed over in a list, and a Sequential takes each as an argument of its own. It sees one step,
a list with layers in it, and NNX refuses a list that holds layers. Leave out the square brackets, or unpack
the list with a star."""

# fact: has nnx.Sequential([_, ...])

import jax
from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential([nnx.Linear(3, 8, rngs=rngs), nnx.relu, nnx.Linear(8, 1, rngs=rngs)])
    return model(x)
