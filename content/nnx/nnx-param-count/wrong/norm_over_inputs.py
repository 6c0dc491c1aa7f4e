"""The BatchNorm has one scale, bias, mean and variance for each of the `din` input features. It stands behind
the Linear, where there are `dout` features; give it that number."""

# fact: has nnx.BatchNorm(din, ...)

import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        self.linear = nnx.Linear(din, dout, rngs=rngs)
        self.norm = nnx.BatchNorm(din, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)


def size(state):
    return sum(leaf.size for leaf in jax.tree.leaves(state))


def param_count(seed, din, dout):
    model = Block(din, dout, rngs=nnx.Rngs(seed))
    states = nnx.state(model, nnx.Param, nnx.BatchStat, nnx.RngState)
    return jnp.array([size(state) for state in states])
