"""A float is no seed for `nnx.Rngs`. Cast `seed` to a whole number with `int`."""

# fact: checks

import jax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, in_features, hidden, out, *, rngs):
        self.hidden = nnx.Linear(in_features, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, out, rngs=rngs)

    def __call__(self, x):
        return self.out(jax.nn.relu(self.hidden(x)))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], int(hidden), int(out), rngs=nnx.Rngs(seed))
    return model(x)
