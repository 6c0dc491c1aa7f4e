"""The model of each seed is built once and kept."""

import functools

from flax import nnx


class MLP(nnx.Module):
    def __init__(self, din, hidden, out, *, rngs):
        self.hidden = nnx.Linear(din, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, out, rngs=rngs)

    def __call__(self, x):
        return self.out(nnx.relu(self.hidden(x)))


@functools.lru_cache
def model(seed, din, hidden, out):
    return MLP(din, int(hidden), int(out), rngs=nnx.Rngs(int(seed)))


def two_layer_mlp(seed, x, hidden, out):
    return model(seed, x.shape[1], hidden, out)(x)
