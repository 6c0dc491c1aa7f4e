"""A subclass of nnx.Sequential."""

from flax import nnx


class Net(nnx.Sequential):
    def __init__(self, rngs):
        super().__init__(nnx.Linear(3, 8, rngs=rngs), nnx.relu, nnx.Linear(8, 1, rngs=rngs))


def sequential(seed, x):
    return Net(nnx.Rngs(int(seed)))(x)
