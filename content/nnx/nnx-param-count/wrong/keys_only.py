"""The last number counts the keys alone. A stream of random numbers is a key and a counter that says how often
it was used, each with a type of its own, and both belong to the model's state. Filter by the type that is
the parent of the two."""

# fact: has nnx.RngKey

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
    states = nnx.state(model, nnx.Param, nnx.BatchStat, nnx.RngKey)
    return jnp.array([size(state) for state in states])
