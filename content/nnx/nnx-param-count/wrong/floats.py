"""The numbers are right, and the array holds floats. One float is enough to make the whole result one:
`np.prod(())`, the product over the shape of an array without axes, is the float 1.0. `leaf.size` and
`math.prod` count in whole numbers."""

# fact: checks

import jax
import jax.numpy as jnp
import numpy as np
from flax import nnx


class Block(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        self.linear = nnx.Linear(din, dout, rngs=rngs)
        self.norm = nnx.BatchNorm(dout, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)


def size(state):
    return sum(np.prod(leaf.shape) for leaf in jax.tree.leaves(state))


def param_count(seed, din, dout):
    model = Block(din, dout, rngs=nnx.Rngs(seed))
    states = nnx.state(model, nnx.Param, nnx.BatchStat, nnx.RngState)
    return jnp.array([size(state) for state in states])
