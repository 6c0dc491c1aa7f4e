"""Compiled as a whole, and the hidden layer gets no gradient."""

from functools import partial

import jax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, din, hidden, out, *, rngs):
        self.hidden = nnx.Linear(din, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, out, rngs=rngs)

    def __call__(self, x):
        kernel = jax.lax.stop_gradient(self.hidden.kernel[...])
        return self.out(nnx.relu(x @ kernel + self.hidden.bias))


@partial(jax.jit, static_argnums=(0, 2, 3))
def run(seed, x, hidden, out):
    return MLP(x.shape[1], hidden, out, rngs=nnx.Rngs(seed))(x)


def two_layer_mlp(seed, x, hidden, out):
    return run(int(seed), x, int(hidden), int(out))
