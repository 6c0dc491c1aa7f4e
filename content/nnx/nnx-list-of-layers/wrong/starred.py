"""`nnx.List` takes one argument, a list of the items, and was given each item for itself. (With
`nnx.Sequential` it is the other way round.) Leave the star away."""

# fact: has nnx.List(*_)

from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d, depth, *, rngs):
        self.layers = nnx.List(*[nnx.Linear(d, d, rngs=rngs) for _ in range(depth)])

    def __call__(self, x):
        for layer in self.layers:
            x = nnx.relu(layer(x))
        return x


def list_of_layers(seed, x, depth):
    model = Stack(x.shape[0], depth, rngs=nnx.Rngs(seed))
    return model(x)
