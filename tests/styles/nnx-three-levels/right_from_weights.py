"""Initializers give the weights, so nothing is written afterwards."""

from functools import partial

import jax
from flax import nnx


def linear(weights, name):
    weight, bias = weights[name + ".weight"], weights[name + ".bias"]
    return nnx.Linear(
        *weight.T.shape,
        kernel_init=lambda *_: weight.T,
        bias_init=lambda *_: bias,
        rngs=nnx.Rngs(0),
    )


class Block(nnx.Module):
    def __init__(self, make):
        self.inner, self.gate = make("body.block.inner"), make("body.block.gate")

    def __call__(self, x):
        return x + jax.nn.sigmoid(self.gate(x)) * jax.nn.relu(self.inner(x))


class Trunk(nnx.Module):
    def __init__(self, make):
        self.stem, self.block = make("body.stem"), Block(make)

    def __call__(self, x):
        return self.block(self.stem(x))


class Network(nnx.Module):
    def __init__(self, make):
        self.body, self.head = Trunk(make), make("head")

    def __call__(self, x):
        return self.head(self.body(x))


def three_levels(weights, x):
    model = Network(partial(linear, weights))
    return model(x), nnx.state(model)
