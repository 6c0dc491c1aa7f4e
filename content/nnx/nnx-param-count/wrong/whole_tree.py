"""The first number counts the whole tree: the running averages of BatchNorm and the key and counter of Dropout
are leaves of the model as well, but they are not trained. Only variables of type `nnx.Param` are parameters,
and a filter picks them out."""

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
    stats, keys = nnx.state(model, nnx.BatchStat, nnx.RngState)
    return jnp.array([size(model), size(stats), size(keys)])
