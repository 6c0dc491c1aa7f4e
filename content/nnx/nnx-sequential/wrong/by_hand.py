"""The numbers are right, and no Sequential was built or called: the steps are written out. That is a good way
too, but the task asks for the module that chains its arguments and spares you the class."""

# fact: checks

import jax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, rngs):
        self.first = nnx.Linear(3, 8, rngs=rngs)
        self.second = nnx.Linear(8, 1, rngs=rngs)

    def __call__(self, x):
        return self.second(nnx.relu(self.first(x)))


def sequential(seed, x):
    return Net(nnx.Rngs(seed))(x)
