"""The filters are classes of layers, and a filter looks at the variables: no variable is a Linear, so all three
states are empty, and no error tells you. Filter by what a variable is (Param, BatchStat, RngState), not by
where it is."""

# fact: has nnx.state(_, ..., nnx.Dropout)

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
    states = nnx.state(model, nnx.Linear, nnx.BatchNorm, nnx.Dropout)
    return jnp.array([size(state) for state in states])
