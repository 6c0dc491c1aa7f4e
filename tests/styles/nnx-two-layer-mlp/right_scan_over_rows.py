"""One row at a time, by jax.lax.map."""

import jax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, din, hidden, out, *, rngs):
        self.hidden = nnx.Linear(din, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, out, rngs=rngs)

    def __call__(self, x):
        return jax.lax.map(lambda row: self.out(nnx.relu(self.hidden(row))), x)


def two_layer_mlp(seed, x, hidden, out):
    return MLP(x.shape[1], int(hidden), int(out), rngs=nnx.Rngs(int(seed)))(x)
