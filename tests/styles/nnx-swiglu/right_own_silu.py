"""math.ceil, an own silu, and a width that the module finds itself, under nnx.jit."""

import math

import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d, multiple, rngs):
        hidden = math.ceil(8 * d / 3 / multiple - 1e-9) * multiple
        shapes = {"gate": (d, hidden), "up": (d, hidden), "down": (hidden, d)}
        for name, (a, b) in shapes.items():
            setattr(self, name, nnx.Linear(a, b, rngs=rngs, use_bias=False))

    @nnx.jit
    def __call__(self, x):
        g = self.gate(x)
        return self.down(g / (1 + jnp.exp(-g)) * self.up(x))


def swiglu(seed, x, multiple):
    return Block(x.shape[-1], multiple, nnx.Rngs(seed))(x)
