"""A stack of layers whose height is an argument."""

import jax
from flax import nnx


class Stack(nnx.Module):
    """`depth` times a Linear and a relu, all of the same width."""

    def __init__(self, d: int, depth: int, *, rngs: nnx.Rngs):
        self.layers = nnx.List([nnx.Linear(d, d, rngs=rngs) for _ in range(depth)])

    def __call__(self, x: jax.Array) -> jax.Array:
        for layer in self.layers:
            x = nnx.relu(layer(x))
        return x


def list_of_layers(seed: int, x: jax.Array, depth: int) -> jax.Array:
    model = Stack(x.shape[0], depth, rngs=nnx.Rngs(seed))
    return model(x)
