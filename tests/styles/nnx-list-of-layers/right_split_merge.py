"""Split and merged, called in a jitted function."""

import jax
from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d, depth, *, rngs):
        self.layers = nnx.List([nnx.Linear(d, d, rngs=rngs) for _ in range(depth)])

    def __call__(self, x):
        for layer in self.layers:
            x = nnx.relu(layer(x))
        return x


def list_of_layers(seed, x, depth):
    graphdef, state = nnx.split(Stack(x.shape[0], int(depth), rngs=nnx.Rngs(int(seed))))
    return jax.jit(lambda state, x: nnx.merge(graphdef, state)(x))(state, x)
