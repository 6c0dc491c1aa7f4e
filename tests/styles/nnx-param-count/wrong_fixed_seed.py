"""The seed is not used."""

import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, n, m, rngs):
        self.linear = nnx.Linear(n, m, rngs=rngs)
        self.norm = nnx.BatchNorm(m, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)


def param_count(seed, din, dout):
    states = nnx.state(Block(int(din), int(dout), nnx.Rngs(1729)), nnx.Param, nnx.BatchStat, nnx.RngState)
    return jnp.array([sum(leaf.size for leaf in jax.tree.leaves(state)) for state in states])
