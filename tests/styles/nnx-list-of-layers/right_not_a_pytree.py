"""A module that is no pytree may hold a bare list."""

from flax import nnx


class Stack(nnx.Module, pytree=False):
    def __init__(self, d, depth, *, rngs):
        self.layers = [nnx.Linear(d, d, rngs=rngs) for _ in range(depth)]

    def __call__(self, x):
        for layer in self.layers:
            x = nnx.relu(layer(x))
        return x


def list_of_layers(seed, x, depth):
    model = Stack(x.shape[0], int(depth), rngs=nnx.Rngs(int(seed)))
    return model(x)
