"""The arrays in the list are marked, one by one. The mark says something about an attribute, so it has to go
around all that is assigned to it: first the list, and the mark around the list."""

# fact: has [nnx.data(_), ...]

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = [nnx.data(a), nnx.data(a**2)]


def data_attr(a):
    model = Pair(a)
    return jnp.stack([leaf.sum() for leaf in jax.tree.leaves(nnx.state(model))])
