"""Row after row in a while loop, which JAX differentiates forwards only."""

import jax
import jax.numpy as jnp
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, din, hidden, out, *, rngs):
        self.hidden = nnx.Linear(din, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, out, rngs=rngs)

    def __call__(self, x):
        return self.out(nnx.relu(self.hidden(x)))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], int(hidden), int(out), rngs=nnx.Rngs(int(seed)))

    def step(state):
        row, y = state
        return row + 1, y.at[row].set(model(x[row]))

    return jax.lax.while_loop(lambda state: state[0] < len(x), step, (0, jnp.zeros((len(x), int(out)))))[1]
