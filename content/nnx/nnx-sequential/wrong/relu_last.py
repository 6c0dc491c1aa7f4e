"""The relu is the last step, behind the layer that gives the result. All negative outputs become zero, and between the
two layers there is nothing, so that together they are no more than a single linear map. Steps happen in the order
in which you give them."""

import jax
from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    model = nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), nnx.Linear(8, 1, rngs=rngs), nnx.relu)
    return model(x)
