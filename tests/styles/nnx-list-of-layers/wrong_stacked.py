"""One layer with stacked kernels."""

import jax
from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d, depth, *, rngs):
        stack = [nnx.state(layer) for layer in [nnx.Linear(d, d, rngs=rngs) for _ in range(depth)]]
        self.layers = nnx.Linear(d, d, rngs=rngs)
        nnx.update(self.layers, jax.tree.map(lambda *leaves: jax.numpy.stack(leaves), *stack))

    def __call__(self, x):
        for kernel, bias in zip(self.layers.kernel, self.layers.bias, strict=True):
            x = nnx.relu(x @ kernel + bias)
        return x


def list_of_layers(seed, x, depth):
    model = Stack(x.shape[0], int(depth), rngs=nnx.Rngs(int(seed)))
    return model(x)
