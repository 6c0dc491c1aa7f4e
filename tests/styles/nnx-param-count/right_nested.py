"""A class inside the function, with a module inside a module."""

import jax
import jax.numpy as jnp
from flax import nnx


def param_count(seed, din, dout):
    class Inner(nnx.Module):
        def __init__(self, rngs):
            self.a = nnx.BatchNorm(int(dout), rngs=rngs)
            self.b = nnx.Dropout(rate=0.5, rngs=rngs)

    class Outer(nnx.Module):
        def __init__(self, rngs):
            self.inner = Inner(rngs)
            self.first = nnx.Linear(int(din), int(dout), rngs=rngs)

    model = Outer(nnx.Rngs(int(seed)))
    states = nnx.state(model, nnx.Param, nnx.BatchStat, nnx.RngState)
    return jnp.asarray([jax.tree.reduce(lambda total, leaf: total + leaf.size, state, 0) for state in states])
