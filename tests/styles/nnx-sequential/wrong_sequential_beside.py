"""A Sequential of the relu alone."""

from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    first = nnx.Linear(3, 8, rngs=rngs)
    second = nnx.Linear(8, 1, rngs=rngs)
    return second(nnx.Sequential(nnx.relu)(first(x)))
