"""The layers are in a bare Python list. NNX takes that for configuration, finds layers in it, and refuses: they
would be missing from the state. Put them into the list of NNX's own, which is built from an ordinary one."""

# fact: has self.layers = [_ for _ in _]

from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d, depth, *, rngs):
        self.layers = [nnx.Linear(d, d, rngs=rngs) for _ in range(depth)]

    def __call__(self, x):
        for layer in self.layers:
            x = nnx.relu(layer(x))
        return x


def list_of_layers(seed, x, depth):
    model = Stack(x.shape[0], depth, rngs=nnx.Rngs(seed))
    return model(x)
