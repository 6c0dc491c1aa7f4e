"""The layers are in a plain Python list, and NNX does not take modules there: it could not tell whether the
attribute holds parameters or settings. Give each of the two layers an attribute of its own, with the names
from the task."""

# fact: has self.layers = [_, ...]

import jax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, in_features, hidden, out, *, rngs):
        self.layers = [nnx.Linear(in_features, hidden, rngs=rngs), nnx.Linear(hidden, out, rngs=rngs)]

    def __call__(self, x):
        return self.layers[1](jax.nn.relu(self.layers[0](x)))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], hidden, out, rngs=nnx.Rngs(seed))
    return model(x)
