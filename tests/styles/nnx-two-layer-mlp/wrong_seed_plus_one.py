"""Rngs of its own, with another seed, for the second layer."""

import jax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, in_features, hidden, out, *, seed, rngs):
        self.hidden = nnx.Linear(in_features, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, out, rngs=nnx.Rngs(seed + 1))

    def __call__(self, x):
        return self.out(jax.nn.relu(self.hidden(x)))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], int(hidden), int(out), seed=int(seed), rngs=nnx.Rngs(int(seed)))
    return model(x)
