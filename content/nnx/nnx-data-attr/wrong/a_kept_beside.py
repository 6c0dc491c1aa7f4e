"""The module keeps `a` a second time, in an attribute of its own. Every array in an attribute is a leaf of the state, so
there are three now, and `a` would be stored twice. What the list holds is enough."""

import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.a = a
        self.xs = nnx.data([a, a**2])


def data_attr(a):
    model = Pair(a)
    return jnp.stack([x.sum() for x in model.xs])
