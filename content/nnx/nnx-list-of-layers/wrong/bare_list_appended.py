"""An empty Python list was assigned to the attribute, and the constructor appended layers to it. The list was
taken for configuration when it was assigned, and at the end of the constructor NNX sees that there are
layers in it. Start with an empty list of NNX's own, which may be appended to."""

# fact: has self.layers = []

from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d, depth, *, rngs):
        self.layers = []
        for _ in range(depth):
            self.layers.append(nnx.Linear(d, d, rngs=rngs))

    def __call__(self, x):
        for layer in self.layers:
            x = nnx.relu(layer(x))
        return x


def list_of_layers(seed, x, depth):
    model = Stack(x.shape[0], depth, rngs=nnx.Rngs(seed))
    return model(x)
