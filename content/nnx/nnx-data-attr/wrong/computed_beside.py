"""The module holds what it should, and the sums do not come out of it: they were computed beside it. Then
nothing shows that the arrays can be found in the model. Take them out of its state."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.data([a, a**2])


def data_attr(a):
    Pair(a)
    return jnp.stack([a.sum(), (a**2).sum()])
