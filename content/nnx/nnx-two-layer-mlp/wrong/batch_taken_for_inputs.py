"""The number of inputs was read from the first axis of `x`, which counts the rows of the batch. The inputs of a
row lie along the last axis."""

# fact: has _.shape[0]

import jax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, in_features, hidden, out, *, rngs):
        self.hidden = nnx.Linear(in_features, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, out, rngs=rngs)

    def __call__(self, x):
        return self.out(jax.nn.relu(self.hidden(x)))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[0], hidden, out, rngs=nnx.Rngs(seed))
    return model(x)
