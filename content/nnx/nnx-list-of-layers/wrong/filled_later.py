"""The model computes the right numbers, and its state is empty: nothing would be trained or saved. A bare list
counts as configuration, and NNX looks for layers in it only as the constructor ends. The attribute has to
hold a container that NNX knows as one from the start."""

# fact: checks

from flax import nnx


class Stack(nnx.Module):
    def __init__(self):
        self.layers = []

    def __call__(self, x):
        for layer in self.layers:
            x = nnx.relu(layer(x))
        return x


def list_of_layers(seed, x, depth):
    rngs = nnx.Rngs(seed)
    model = Stack()
    for _ in range(depth):
        model.layers.append(nnx.Linear(x.shape[0], x.shape[0], rngs=rngs))
    return model(x)
