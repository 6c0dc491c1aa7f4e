"""The layer is one of a list of layers, and the rows go through one by one."""

import itertools

import jax.numpy as jnp
from flax import nnx


class Stack(nnx.Module):
    def __init__(self, sizes, rngs):
        make = nnx.initializers.normal(0.02)
        self.steps = nnx.List(
            nnx.Linear(a, b, kernel_init=make, bias_init=nnx.initializers.ones_init(), rngs=rngs)
            for a, b in itertools.pairwise(sizes)
        )

    def __call__(self, x):
        for step in self.steps:
            x = step(x)
        return x


def builtin_linear(seed, x, features):
    model = Stack((x.shape[1], int(features)), nnx.Rngs(int(seed)))
    return jnp.stack([model(row) for row in x])
