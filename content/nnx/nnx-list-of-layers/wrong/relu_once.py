"""The numbers are those of a stack whose relu is applied once, at the end. Between the layers there is none, so
together they are no more than a single linear map. It belongs in the loop, after each layer."""

# fact: checks

from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d, depth, *, rngs):
        self.layers = nnx.List([nnx.Linear(d, d, rngs=rngs) for _ in range(depth)])

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return nnx.relu(x)


def list_of_layers(seed, x, depth):
    model = Stack(x.shape[0], depth, rngs=nnx.Rngs(seed))
    return model(x)
