"""The numbers are those of two layers that follow each other directly. Two linear maps in a row are one linear
map, so such a network can do no more than a single layer. Put the relu between them."""

# fact: checks

from flax import nnx


class MLP(nnx.Module):
    def __init__(self, in_features, hidden, out, *, rngs):
        self.hidden = nnx.Linear(in_features, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, out, rngs=rngs)

    def __call__(self, x):
        return self.out(self.hidden(x))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], hidden, out, rngs=nnx.Rngs(seed))
    return model(x)
