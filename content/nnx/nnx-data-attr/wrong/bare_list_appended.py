"""The empty list was taken for configuration when it was assigned. That arrays were appended afterwards does
not change that, and at the end of the constructor NNX finds them in the wrong place. Mark the list as data
when you assign it; after that you may append."""

# fact: has self.xs = []

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = []
        self.xs.append(a)
        self.xs.append(a**2)


def data_attr(a):
    model = Pair(a)
    return jnp.stack([leaf.sum() for leaf in jax.tree.leaves(nnx.state(model))])
