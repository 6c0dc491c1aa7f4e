"""Params of the right shapes, drawn flat, and einsum."""

import math

import jax.numpy as jnp
from flax import nnx


class General(nnx.Module):
    def __init__(self, ins, outs, spec, rngs):
        flat = nnx.Linear(math.prod(ins), math.prod(outs), rngs=rngs)
        self.kernel = nnx.Param(flat.kernel.reshape(*ins, *outs))
        self.bias = nnx.Param(flat.bias.reshape(*outs))
        self.spec = spec

    def __call__(self, x):
        return jnp.einsum(self.spec, x, self.kernel[...]) + self.bias


class Heads(nnx.Module):
    def __init__(self, d, heads, *, rngs):
        width = d // heads
        self.project = General((d,), (heads, width), "...d,dhw->...hw", rngs)
        self.merge = General((heads, width), (d,), "...hw,hwd->...d", rngs)

    def __call__(self, x):
        y = self.project(x)
        return self.merge(y - y.mean(-1)[..., None])


def linear_general_heads(seed, x, heads):
    return Heads(x.shape[-1], heads, rngs=nnx.Rngs(seed))(x)
