"""Called on a batch of one, through nnx.jit."""

import jax.numpy as jnp
from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d, depth, rngs):
        self.layers = nnx.List()
        while len(self.layers) < depth:
            self.layers += [nnx.Linear(d, d, rngs=rngs)]

    def __call__(self, x):
        for i in range(len(self.layers)):
            x = jnp.maximum(self.layers[i](x), 0)
        return x


def list_of_layers(seed, x, depth):
    model = Stack(x.size, int(depth), nnx.Rngs(int(seed)))
    return nnx.jit(lambda m, x: m(x[None]))(model, x)[0]
