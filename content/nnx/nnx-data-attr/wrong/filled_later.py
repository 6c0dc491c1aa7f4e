"""The list was filled, or set behind NNX's back, after the constructor had ended. Nobody checks any more then; the
list still counts as configuration, the state is empty, and no compiled function would carry the arrays. The attribute must
be marked as data when the list is assigned."""

import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self):
        self.xs = []


def data_attr(a):
    model = Pair()
    model.xs.extend([a, a**2])
    return jnp.stack([x.sum() for x in model.xs])
