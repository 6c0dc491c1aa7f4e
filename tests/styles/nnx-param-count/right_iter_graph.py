"""Walks the graph and asks each variable for its type."""

import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        self.linear = nnx.Linear(din, dout, rngs=rngs)
        self.norm = nnx.BatchNorm(dout, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)


def param_count(seed, din, dout):
    model = Block(int(din), int(dout), rngs=nnx.Rngs(int(seed)))
    found = [node for _, node in nnx.iter_graph(model) if isinstance(node, nnx.Variable)]
    kinds = (nnx.Param, nnx.BatchStat, nnx.RngState)
    return jnp.array([sum(v.size for v in found if isinstance(v, kind)) for kind in kinds], dtype=jnp.int32)
