"""A size was given as a float, and a shape consists of whole numbers. Cast `din` and `dout` with `int`, as you
do with the seed."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        self.linear = nnx.Linear(din, dout, rngs=rngs)
        self.norm = nnx.BatchNorm(dout, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)


def size(state):
    return sum(leaf.size for leaf in jax.tree.leaves(state))


def param_count(seed, din, dout):
    model = Block(din, dout, rngs=nnx.Rngs(int(seed)))
    states = nnx.state(model, nnx.Param, nnx.BatchStat, nnx.RngState)
    return jnp.array([size(state) for state in states])
