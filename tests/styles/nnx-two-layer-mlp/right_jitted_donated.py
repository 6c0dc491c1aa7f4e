"""Compiled as a whole, with a copy of x that is given away."""

from functools import partial

import jax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, din, hidden, out, *, rngs):
        self.hidden = nnx.Linear(din, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, out, rngs=rngs)

    def __call__(self, x):
        return self.out(nnx.relu(self.hidden(x)))


@partial(jax.jit, static_argnums=(0, 2, 3), donate_argnums=1)
def run(seed, x, hidden, out):
    return MLP(x.shape[1], hidden, out, rngs=nnx.Rngs(seed))(x)


def two_layer_mlp(seed, x, hidden, out):
    return run(int(seed), x.copy(), int(hidden), int(out))
