"""The state has the parameters of a single layer, and that one is applied several times. `[layer] * depth`
repeats the reference and builds nothing, so all entries are the same object and share one kernel. Build a
new layer in each round of a loop or comprehension."""

# fact: checks

from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d, depth, *, rngs):
        self.layers = nnx.List([nnx.Linear(d, d, rngs=rngs)] * depth)

    def __call__(self, x):
        for layer in self.layers:
            x = nnx.relu(layer(x))
        return x


def list_of_layers(seed, x, depth):
    model = Stack(x.shape[0], depth, rngs=nnx.Rngs(seed))
    return model(x)
