"""With jax.disable_jit, as one does to look at values."""

import jax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, din, hidden, out, *, rngs):
        self.hidden = nnx.Linear(din, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, out, rngs=rngs)

    def __call__(self, x):
        return self.out(nnx.relu(self.hidden(x)))


def two_layer_mlp(seed, x, hidden, out):
    with jax.disable_jit():
        return MLP(x.shape[1], int(hidden), int(out), rngs=nnx.Rngs(int(seed)))(x)
