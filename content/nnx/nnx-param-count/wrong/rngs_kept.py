"""There are twice as many RngStates as there should be: the model keeps the `Rngs` in an attribute, and so its
key and its counter are part of the model too. Dropout has a stream of its own already. Hand the `Rngs` on to
the layers, and do not store it."""

# fact: has self.rngs = _

import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        self.linear = nnx.Linear(din, dout, rngs=rngs)
        self.norm = nnx.BatchNorm(dout, rngs=rngs)
        self.rngs = rngs
        self.drop = nnx.Dropout(0.5, rngs=rngs)


def size(state):
    return sum(leaf.size for leaf in jax.tree.leaves(state))


def param_count(seed, din, dout):
    model = Block(din, dout, rngs=nnx.Rngs(seed))
    states = nnx.state(model, nnx.Param, nnx.BatchStat, nnx.RngState)
    return jnp.array([size(state) for state in states])
