"""The sums are by layer, and the task asks for them by type. The BatchNorm shows the difference: its scale and
its bias are parameters, its mean and its variance are statistics, so one layer belongs to two of the three
numbers."""

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
    return jnp.array([size(layer) for layer in (model.linear, model.norm, model.drop)])
