"""Filters that are functions, and math.prod."""

import math

import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        self.linear = nnx.Linear(din, dout, rngs=rngs)
        self.norm = nnx.BatchNorm(dout, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)


def size(state):
    return sum(math.prod(leaf.shape) for leaf in jax.tree.leaves(state))


def param_count(seed, din, dout):
    model = Block(int(din), int(dout), rngs=nnx.Rngs(int(seed)))

    def of(kind):
        return nnx.state(model, lambda path, value: isinstance(value, kind))

    return jnp.array([size(of(kind)) for kind in (nnx.Param, nnx.BatchStat, nnx.RngState)])
