"""The state has the right number of Params, and all layers begin with the same kernel, as with a new `nnx.Rngs`
of the same seed for each. Make one `Rngs` and hand it to each layer; it gives out another key each time."""

# fact: checks

from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d, depth, seed):
        self.layers = nnx.List([nnx.Linear(d, d, rngs=nnx.Rngs(seed)) for _ in range(depth)])

    def __call__(self, x):
        for layer in self.layers:
            x = nnx.relu(layer(x))
        return x


def list_of_layers(seed, x, depth):
    model = Stack(x.shape[0], depth, seed)
    return model(x)
