"""Modules of a Linear, in a module inside a module."""

from flax import nnx


class Step(nnx.Module):
    def __init__(self, d, rngs):
        self.linear = nnx.Linear(d, d, rngs=rngs)

    def __call__(self, x):
        return nnx.relu(self.linear(x))


class Stack(nnx.Module):
    def __init__(self, d, depth, rngs):
        self.layers = nnx.List([Step(d, rngs) for _ in range(depth)])


class Net(nnx.Module):
    def __init__(self, d, depth, *, rngs):
        self.stack = Stack(d, depth, rngs)

    def __call__(self, x):
        for layer in self.stack.layers:
            x = layer(x)
        return x


def list_of_layers(seed, x, depth):
    return Net(len(x), int(depth), rngs=nnx.Rngs(int(seed)))(x)
