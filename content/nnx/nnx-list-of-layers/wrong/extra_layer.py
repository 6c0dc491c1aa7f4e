"""The state has the parameters of one layer too many, though the numbers are right: a layer was built that is not
applied. It would be saved and counted with all the others. The module holds as many layers as the task says,
and uses each."""

from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d, depth, *, rngs):
        self.layers = nnx.List([nnx.Linear(d, d, rngs=rngs) for _ in range(depth + 1)])

    def __call__(self, x):
        for layer in self.layers[:-1]:
            x = nnx.relu(layer(x))
        return x


def list_of_layers(seed, x, depth):
    model = Stack(x.shape[0], int(depth), rngs=nnx.Rngs(int(seed)))
    return model(x)
