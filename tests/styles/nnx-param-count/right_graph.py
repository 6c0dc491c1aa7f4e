"""Counted by walking the graph; a stream of its own for the dropout."""

import jax.numpy as jnp
import numpy as np
from flax import nnx


class Block(nnx.Module):
    def __init__(self, n, m, rngs):
        self.norm = nnx.BatchNorm(num_features=m, rngs=rngs)
        self.dense = nnx.Linear(in_features=n, out_features=m, rngs=rngs)
        self.dropout = nnx.Dropout(1 / 2, rngs=rngs)


def size(model, kind):
    return sum(np.size(leaf[...]) for _, leaf in nnx.iter_graph(model) if isinstance(leaf, kind))


def param_count(seed, din, dout):
    model = Block(int(din), int(dout), nnx.Rngs(params=int(seed), dropout=int(seed) + 1))
    return jnp.array([size(model, kind) for kind in (nnx.Param, nnx.BatchStat, nnx.RngState)])
