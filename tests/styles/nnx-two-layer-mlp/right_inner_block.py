"""The two layers hang on an inner module."""

import jax
from flax import nnx


class Block(nnx.Module):
    def __init__(self, in_features, hidden, out, *, rngs):
        self.hidden = nnx.Linear(in_features, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, out, rngs=rngs)

    def __call__(self, x):
        return self.out(jax.nn.relu(self.hidden(x)))


class Net(nnx.Module):
    def __init__(self, *sizes, rngs):
        self.mlp = Block(*sizes, rngs=rngs)

    def __call__(self, x):
        return self.mlp(x)


def two_layer_mlp(seed, x, hidden, out):
    model = Net(x.shape[1], int(hidden), int(out), rngs=nnx.Rngs(int(seed)))
    return model(x)
