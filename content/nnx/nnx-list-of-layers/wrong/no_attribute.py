"""The numbers are right, but no module has an attribute `layers`. The task asks for one attribute that holds
them all, so that code can loop over them, and find their parameters under one name."""

# fact: checks

from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d, depth, *, rngs):
        self.depth = depth
        for i in range(depth):
            setattr(self, f"layer_{i}", nnx.Linear(d, d, rngs=rngs))

    def __call__(self, x):
        for i in range(self.depth):
            x = nnx.relu(getattr(self, f"layer_{i}")(x))
        return x


def list_of_layers(seed, x, depth):
    model = Stack(x.shape[0], depth, rngs=nnx.Rngs(seed))
    return model(x)
