"""`nnx.split` must be able to put the model together again, so every leaf needs a place, and some leaves match
none of your filters. Give it a filter for the rest as the last one, or ask with `nnx.state`, which returns
only what you name."""

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
    model = Block(din, dout, rngs=nnx.Rngs(seed))
    _, params, stats = nnx.split(model, nnx.Param, nnx.BatchStat)
    return jnp.array([size(params), size(stats), 2])
