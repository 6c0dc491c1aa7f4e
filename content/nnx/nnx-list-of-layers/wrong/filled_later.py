"""The layers are appended to a bare list after the constructor has ended. Nobody looks at the list any more then: the
model computes the right numbers, and its state is empty. Nothing would be trained or saved. The attribute has to hold
a container that NNX knows as one from the start."""

from flax import nnx


class Stack(nnx.Module):
    def __init__(self):
        self.layers = []

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
