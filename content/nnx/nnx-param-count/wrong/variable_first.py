"""The first filter took everything. `nnx.Variable` is the parent of Param, BatchStat and RngState, and each
leaf goes to the first filter that fits, so nothing was left for those behind it. Ask for the types
themselves, or put the general one last."""

# fact: has nnx.state(_, nnx.Variable, ...)

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
    model = Block(din, dout, rngs=nnx.Rngs(seed))
    states = nnx.state(model, nnx.Variable, nnx.BatchStat, nnx.RngState)
    return jnp.array([size(state) for state in states])
