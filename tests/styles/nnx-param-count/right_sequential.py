"""A Sequential in place of a class."""

import jax
import jax.numpy as jnp
from flax import nnx


def size(state):
    return sum(leaf.size for leaf in jax.tree.leaves(state))


def param_count(seed, din, dout):
    rngs = nnx.Rngs(int(seed))
    model = nnx.Sequential(
        nnx.Linear(int(din), int(dout), rngs=rngs),
        nnx.BatchNorm(int(dout), rngs=rngs),
        nnx.Dropout(0.5, rngs=rngs),
    )
    states = nnx.state(model, nnx.Param, nnx.BatchStat, nnx.RngState)
    return jnp.array([size(state) for state in states])
