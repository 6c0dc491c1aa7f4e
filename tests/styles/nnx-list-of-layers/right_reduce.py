"""functools.reduce, class inside the function."""

from functools import reduce

from flax import nnx


def list_of_layers(seed, x, depth):
    class Stack(nnx.Module):
        def __init__(self, rngs):
            self.layers = nnx.List([nnx.Linear(x.shape[-1], x.shape[-1], rngs=rngs) for _ in range(round(depth))])

        def __call__(self, x):
            return reduce(lambda h, layer: nnx.relu(layer(h)), self.layers, x)

    return Stack(nnx.Rngs(params=int(seed)))(x)
