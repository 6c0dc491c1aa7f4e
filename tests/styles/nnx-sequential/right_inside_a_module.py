"""A Sequential as an attribute of a module."""

from flax import nnx


class Net(nnx.Module):
    def __init__(self, rngs):
        self.net = nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), nnx.relu, nnx.Linear(8, 1, rngs=rngs))

    def __call__(self, x):
        return self.net(x)


def sequential(seed, x):
    return Net(nnx.Rngs(int(seed)))(x)
