"""Counts in the flat state."""

import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        self.linear = nnx.Linear(din, dout, rngs=rngs)
        self.norm = nnx.BatchNorm(dout, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)


def param_count(seed, din, dout):
    model = Block(int(din), int(dout), rngs=nnx.Rngs(int(seed)))
    counts = dict.fromkeys((nnx.Param, nnx.BatchStat, nnx.RngState), 0)
    for _, variable in nnx.to_flat_state(nnx.state(model)):
        for kind in counts:
            if isinstance(variable, kind):
                counts[kind] += variable.size
    return jnp.array(list(counts.values()))
