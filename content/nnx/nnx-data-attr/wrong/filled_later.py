"""`xs` is a list, and nothing in it is a leaf of the state: NNX takes the list for configuration. It looks for
arrays in such a list as the constructor ends, not later, so no error was raised. No compiled function would
carry the arrays. The attribute must be marked as data when the list is assigned."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self):
        self.xs = []


def data_attr(a):
    model = Pair()
    model.xs.extend([a, a**2])
    return jnp.stack([x.sum() for x in model.xs])
