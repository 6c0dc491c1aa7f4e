"""The counts are right, and no `nnx.Rngs` was built with the seed that your function is given. How many numbers
there are does not depend on it; which numbers they are does. Build the Rngs with `seed`."""

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
    return sum((leaf.size for leaf in jax.tree.leaves(state)))


def param_count(seed, din, dout):
    model = Block(din, dout, rngs=nnx.Rngs(7919))
    states = nnx.state(model, nnx.Param, nnx.BatchStat, nnx.RngState)
    return jnp.array([size(state) for state in states])
