"""An nnx.List that is filled after the constructor."""

from flax import nnx


class Stack(nnx.Module):
    def __init__(self):
        self.layers = nnx.List()

    def __call__(self, x):
        for layer in self.layers:
            x = nnx.relu(layer(x))
        return x


def list_of_layers(seed, x, depth):
    rngs = nnx.Rngs(int(seed))
    model = Stack()
    for _ in range(int(depth)):
        model.layers.append(nnx.Linear(x.shape[0], x.shape[0], rngs=rngs))
    return model(x)
